import { Skeleton } from '@/components/ui/skeleton.tsx'
import { VisuallyHidden } from '@/components/ui/visually-hidden.tsx'

const rows = Array.from({ length: 12 }, (_, index) => index)

export function ProblemListSkeleton() {
  return (
    <div role="status">
      <VisuallyHidden>Loading problems</VisuallyHidden>
      <Skeleton className="h-9 w-44" />
      <Skeleton className="mt-2 mb-8 h-5 w-80 max-w-full" />
      <div className="mb-4 flex gap-2">
        <Skeleton className="h-10 flex-1 md:max-w-sm" />
        <Skeleton className="h-10 w-24 md:w-96" />
      </div>
      <div className="divide-y divide-border rounded-xl border border-border bg-surface">
        {rows.map((row) => (
          <div key={row} className="flex items-center gap-4 px-4 py-4 md:py-3">
            <Skeleton className="h-5 w-8" />
            <Skeleton className="h-5 max-w-72 flex-1" />
            <Skeleton className="ml-auto h-6 w-14" />
          </div>
        ))}
      </div>
    </div>
  )
}
