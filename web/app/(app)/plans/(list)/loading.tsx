import { Skeleton } from '@/components/ui/skeleton.tsx'
import { VisuallyHidden } from '@/components/ui/visually-hidden.tsx'

export default function Loading() {
  return (
    <div role="status" className="flex flex-col gap-4">
      <VisuallyHidden>Loading your plans</VisuallyHidden>
      <Skeleton className="h-9 w-40" />
      <Skeleton className="mb-4 h-5 w-72" />
      <Skeleton className="h-72 rounded-xl" />
    </div>
  )
}
