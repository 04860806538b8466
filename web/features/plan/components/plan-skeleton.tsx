import { Skeleton } from '@/components/ui/skeleton.tsx'
import { VisuallyHidden } from '@/components/ui/visually-hidden.tsx'

/** The shape of a plan while it is on its way. */
export function PlanSkeleton() {
  return (
    <div role="status" className="flex flex-col gap-4">
      <VisuallyHidden>Loading the plan</VisuallyHidden>
      <Skeleton className="h-9 w-44" />
      <Skeleton className="h-5 w-56" />
      <Skeleton className="mt-4 h-1.5" />
      <Skeleton className="mb-2 h-5 w-96 max-w-full" />
      {['first', 'second'].map((week) => (
        <div key={week} className="flex flex-col gap-5 rounded-xl border border-border bg-surface p-6">
          <Skeleton className="h-5 w-72 max-w-full" />
          <div className="grid gap-4 sm:grid-cols-[8.5rem_1fr]">
            <Skeleton className="h-5 w-24" />
            <Skeleton className="h-16" />
            <Skeleton className="h-5 w-24" />
            <Skeleton className="h-16" />
          </div>
        </div>
      ))}
    </div>
  )
}
