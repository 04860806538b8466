import type { PlanJson } from '@codify/api/contract'
import { CertificateBadge } from './certificate-badge.tsx'

/** How a plan was made, in its own sentence, and how it was checked. */
export function PlanFactsLine({ plan }: { plan: PlanJson }) {
  return (
    <div className="flex flex-col items-start gap-3 sm:flex-row sm:items-center sm:justify-between">
      <p className="max-w-2xl text-sm text-subtle leading-relaxed">{plan.note}</p>
      <CertificateBadge certificate={plan.certificate} />
    </div>
  )
}
