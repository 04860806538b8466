'use client'

import type { PlanChange } from '@codify/api/contract'
import { useRouter } from 'next/navigation'
import { Moved } from './moved.tsx'

/** The newest change of today, on a page that shows the plan. */
export function PlanChangeCard({ change }: { change: PlanChange }) {
  const router = useRouter()
  return (
    <Moved
      key={change.revision}
      change={change}
      undoneWords="Your plan is as it was"
      onUndone={() => router.refresh()}
    />
  )
}
