import type { PlanView, StoredIntake, Today, Topic } from '@codify/api/contract'
import { CalendarRange } from 'lucide-react'
import type { Metadata } from 'next'
import { TimeZoneNotice } from '@/components/time-zone-notice.tsx'
import { EmptyState } from '@/components/ui/empty-state.tsx'
import { PageHeader } from '@/components/ui/page-header.tsx'
import { loadIntake, loadTopics } from '@/features/intake/loaders.ts'
import { GenerationBanner } from '@/features/plan/components/generation-banner.tsx'
import { ProposalBanner } from '@/features/plan/components/proposal-banner.tsx'
import { StartPlanButton } from '@/features/plan/components/start-plan-button.tsx'
import { loadCurrentPlan, loadProposal } from '@/features/plan/loaders.ts'
import { itemsOf } from '@/features/plan/plan-items.ts'
import { FirstSteps } from '@/features/today/components/first-steps.tsx'
import { TopicProgress } from '@/features/today/components/topic-progress.tsx'
import { loadToday } from '@/features/today/loaders.ts'
import { byNeed } from '@/features/today/topics.ts'
import { formatDay } from '@/lib/calendar-day.ts'
import { requireSession } from '@/lib/session.ts'
import { TodaysWork } from './todays-work.tsx'

export const metadata: Metadata = { title: 'Today' }

export default async function TodayPage() {
  const { sub, email } = await requireSession()
  const [day, intake, topics, proposal] = await Promise.all([
    loadToday(),
    loadIntake(),
    loadTopics(),
    loadProposal(),
  ])
  const plan = await loadCurrentPlan()
  return (
    <>
      <GenerationBanner />
      {proposal && <ProposalBanner proposal={proposal} />}
      <PageHeader title="Today" description={formatDay(day.date, 'long')} />
      {day.unknown_time_zone !== null && (
        <div className="mb-6">
          <TimeZoneNotice unknown={day.unknown_time_zone} timeZone={day.time_zone} leads />
        </div>
      )}
      <Work {...{ day, intake, plan, topics, email }} learnerId={sub} />
    </>
  )
}

type WorkProps = {
  day: Today
  intake: StoredIntake | null
  plan: PlanView | null
  topics: Topic[]
  learnerId: string
  email: string
}

function Work({ day, intake, plan, topics, learnerId, email }: WorkProps) {
  const confidence = intake?.topic_confidence ?? {}
  const planned = new Set(plan && itemsOf(plan.plan_json).map(({ item }) => item.topic))
  const ordered = byNeed({ topics, confidence, planned })
  const progress = (
    <TopicProgress
      topics={ordered.map(({ slug, title, problems, solved }) => ({ slug, title, problems, solved }))}
      confidence={confidence}
    />
  )
  if (plan) return <TodaysWork {...{ day, plan, topics, learnerId }}>{progress}</TodaysWork>
  return (
    <div className="flex flex-col gap-8">
      {intake ? (
        <EmptyState
          icon={<CalendarRange />}
          title="Your answers are in"
          description="Next comes the plan. It takes a moment to make, and you can watch it."
          action={<StartPlanButton />}
        />
      ) : (
        <FirstSteps email={email} />
      )}
      {topics.some(({ solved }) => solved > 0) && progress}
    </div>
  )
}
