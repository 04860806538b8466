import { Skeleton } from '@/components/ui/skeleton.tsx'
import { VisuallyHidden } from '@/components/ui/visually-hidden.tsx'

export default function Loading() {
  return (
    <div role="status" className="mx-auto flex max-w-3xl flex-col gap-4">
      <VisuallyHidden>Loading your answers</VisuallyHidden>
      <Skeleton className="h-9 w-56" />
      <Skeleton className="mb-4 h-5 w-96 max-w-full" />
      <Skeleton className="h-6 w-full" />
      <Skeleton className="mt-4 h-7 w-60" />
      <div className="grid gap-3 sm:grid-cols-3">
        <Skeleton className="h-24 rounded-xl" />
        <Skeleton className="h-24 rounded-xl" />
        <Skeleton className="h-24 rounded-xl" />
      </div>
      <Skeleton className="h-10" />
      <Skeleton className="h-20" />
    </div>
  )
}
