import { PlanSkeleton } from '@/features/plan/components/plan-skeleton.tsx'

export default function Loading() {
  return <PlanSkeleton />
}
