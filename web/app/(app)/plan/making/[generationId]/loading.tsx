import { Skeleton } from '@/components/ui/skeleton.tsx'
import { VisuallyHidden } from '@/components/ui/visually-hidden.tsx'

export default function Loading() {
  return (
    <div role="status" className="flex flex-col gap-4">
      <VisuallyHidden>Loading</VisuallyHidden>
      <Skeleton className="h-9 w-60" />
      <Skeleton className="mb-4 h-5 w-96 max-w-full" />
      <Skeleton className="h-40 rounded-xl" />
    </div>
  )
}
