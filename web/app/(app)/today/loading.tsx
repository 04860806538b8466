import { Skeleton } from '@/components/ui/skeleton.tsx'
import { VisuallyHidden } from '@/components/ui/visually-hidden.tsx'

export default function Loading() {
  return (
    <div role="status" className="flex flex-col">
      <VisuallyHidden>Loading today</VisuallyHidden>
      <Skeleton className="mb-2 h-9 w-32" />
      <Skeleton className="mb-8 h-5 w-48" />
      <div className="grid gap-8 lg:grid-cols-[1fr_20rem]">
        <Skeleton className="h-96 rounded-xl" />
        <div className="flex flex-col gap-6">
          <Skeleton className="h-48 rounded-xl" />
          <Skeleton className="h-96 rounded-xl" />
        </div>
      </div>
    </div>
  )
}
