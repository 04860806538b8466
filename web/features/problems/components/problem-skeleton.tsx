import { Skeleton } from '@/components/ui/skeleton.tsx'
import { VisuallyHidden } from '@/components/ui/visually-hidden.tsx'

export function ProblemSkeleton() {
  return (
    <div role="status">
      <VisuallyHidden>Loading the problem</VisuallyHidden>
      <Skeleton className="h-5 w-40" />
      <Skeleton className="mt-3 h-9 w-72 max-w-full" />
      <Skeleton className="mt-3 h-6 w-48" />
      <div className="mt-5 mb-8 flex gap-2">
        <Skeleton className="h-10 w-44" />
        <Skeleton className="h-10 w-28" />
      </div>
      <div className="grid gap-10 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <Skeleton className="h-64 rounded-xl" />
        <Skeleton className="h-56 rounded-xl" />
      </div>
    </div>
  )
}
