import { Skeleton } from '@/components/ui/skeleton.tsx'
import { VisuallyHidden } from '@/components/ui/visually-hidden.tsx'

export default function Loading() {
  return (
    <div role="status" className="mx-auto flex max-w-3xl flex-col gap-4">
      <VisuallyHidden>Loading</VisuallyHidden>
      <Skeleton className="mb-4 h-9 w-48" />
      <Skeleton className="h-52 rounded-xl" />
      <Skeleton className="h-52 rounded-xl" />
    </div>
  )
}
