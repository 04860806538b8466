import type { Metadata } from 'next'
import { PageHeader } from '@/components/ui/page-header.tsx'
import { loadTopics } from '@/features/intake/loaders.ts'
import { MakingPlan } from '@/features/plan/components/making-plan.tsx'
import { loadCurrentPlan, loadGeneration } from '@/features/plan/loaders.ts'
import { requireSession } from '@/lib/session.ts'

export const metadata: Metadata = { title: 'Making your plan' }

/** Also of a generation that has ended: its events are told again, and the page goes on to the plan. */
export default async function MakingPlanPage({ params }: { params: Promise<{ generationId: string }> }) {
  await requireSession()
  const { generationId } = await params
  const [generation, current, topics] = await Promise.all([
    loadGeneration(generationId),
    loadCurrentPlan(),
    loadTopics(),
  ])
  // The plan may be there already, and be the current one.
  const hasPlan = current !== null && current.id !== generation.plan_id
  return (
    <>
      <PageHeader
        title={hasPlan ? 'Making your new plan' : 'Making your plan'}
        description="Every day is checked against the rules before you see it."
      />
      <MakingPlan
        generationId={generation.id}
        topicTitles={Object.fromEntries(topics.map(({ slug, title }) => [slug, title]))}
        hasPlan={hasPlan}
      />
    </>
  )
}
