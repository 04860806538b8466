import type { PlanSummary } from '@codify/api/contract'
import { GitCompareArrows } from 'lucide-react'
import Link from 'next/link'
import { routes } from '@/lib/routes.ts'
import { Banner } from './banner.tsx'

/** A new plan waits for a yes or no. */
export function ProposalBanner({ proposal }: { proposal: PlanSummary }) {
  return (
    <Banner icon={<GitCompareArrows />} title="A new plan is ready and waits for your decision.">
      <Link href={routes.planById(proposal.id)} className="font-medium text-accent hover:text-accent-hover">
        See what changes
      </Link>
    </Banner>
  )
}
