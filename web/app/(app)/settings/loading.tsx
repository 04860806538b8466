import { Skeleton } from '@/components/ui/skeleton.tsx'
import { VisuallyHidden } from '@/components/ui/visually-hidden.tsx'

export default function Loading() {
  return (
    <div role="status" className="flex flex-col gap-4">
      <VisuallyHidden>Loading</VisuallyHidden>
      <Skeleton className="h-9 w-56" />
      <Skeleton className="mb-4 h-5 w-80 max-w-full" />
      <Skeleton className="h-32 rounded-xl" />
      <Skeleton className="h-32 rounded-xl" />
      <Skeleton className="h-32 rounded-xl" />
    </div>
  )
}
