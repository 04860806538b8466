import type { Metadata } from 'next'
import Link from 'next/link'
import { Badge } from '@/components/ui/badge.tsx'
import { Button } from '@/components/ui/button.tsx'
import { PageHeader } from '@/components/ui/page-header.tsx'
import { loadIntake, loadTopics } from '@/features/intake/loaders.ts'
import { NotReached } from '@/features/plan/components/not-reached.tsx'
import { PlanBoard } from '@/features/plan/components/plan-board.tsx'
import { PlanChanges } from '@/features/plan/components/plan-changes.tsx'
import { PlanFactsLine } from '@/features/plan/components/plan-facts-line.tsx'
import { PlanProgress } from '@/features/plan/components/plan-progress.tsx'
import { ProposalDecision } from '@/features/plan/components/proposal-decision.tsx'
import { loadCurrentPlan, loadPlan } from '@/features/plan/loaders.ts'
import { itemsOf } from '@/features/plan/plan-items.ts'
import { standingOf } from '@/features/plan/words.ts'
import { formatDayRange, formatMoment } from '@/lib/calendar-day.ts'
import { routes } from '@/lib/routes.ts'
import { requireSession } from '@/lib/session.ts'

export const metadata: Metadata = { title: 'Plan' }

/** A proposal with what it would change, or an old plan to look back at. */
export default async function OnePlanPage({ params }: { params: Promise<{ id: string }> }) {
  await requireSession()
  const { id } = await params
  const [plan, current, intake, topics] = await Promise.all([
    loadPlan(id),
    loadCurrentPlan(),
    loadIntake(),
    loadTopics(),
  ])
  const { plan_json: json, status } = plan
  const isProposal = status === 'proposed'
  const standing = standingOf(plan)
  const plans = [json, ...(current ? [current.plan_json] : [])]
  const titles = Object.fromEntries(plans.flatMap(itemsOf).map(({ item }) => [item.slug, item.title]))
  const made = `made on ${formatMoment(plan.generated_at, intake?.time_zone ?? 'UTC')}`
  const decision = <ProposalDecision planId={plan.id} hasCurrent={current !== null} />
  return (
    <>
      <PageHeader
        title={isProposal ? 'Your next plan' : plan.declined_at ? 'A plan you declined' : 'A plan of yours'}
        description={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            {formatDayRange(json.start_date, json.end_date)}, {made}
            <Badge tone={standing.tone}>{standing.label}</Badge>
          </span>
        }
        actions={
          isProposal ? (
            decision
          ) : (
            <Button asChild variant="secondary">
              <Link href={status === 'current' ? routes.plan : routes.plans}>
                {status === 'current' ? 'Go to your plan' : 'All plans'}
              </Link>
            </Button>
          )
        }
      />
      <div className="flex flex-col gap-8">
        {!isProposal && !plan.declined_at && (
          <>
            <PlanProgress progress={plan.progress} />
            <NotReached items={plan.progress.not_reached} />
          </>
        )}
        <PlanFactsLine plan={json} />
        {isProposal && json.changes && <PlanChanges changes={json.changes} titles={titles} />}
        <section aria-labelledby="whole-plan" className="flex flex-col gap-3">
          <h2 id="whole-plan" className={isProposal ? 'font-semibold text-lg tracking-tight' : 'sr-only'}>
            The whole plan
          </h2>
          <PlanBoard
            plan={json}
            topicTitles={Object.fromEntries(topics.map(({ slug, title }) => [slug, title]))}
            showsStatus={!isProposal}
            today={null}
          />
        </section>
        {isProposal && <div className="flex justify-end">{decision}</div>}
      </div>
    </>
  )
}
