import { CalendarRange } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { Button } from '@/components/ui/button.tsx'
import { EmptyState } from '@/components/ui/empty-state.tsx'
import { PageHeader } from '@/components/ui/page-header.tsx'
import { loadIntake, loadTopics } from '@/features/intake/loaders.ts'
import { GenerationBanner } from '@/features/plan/components/generation-banner.tsx'
import { NewPlanDialog } from '@/features/plan/components/new-plan-dialog.tsx'
import { NotReached } from '@/features/plan/components/not-reached.tsx'
import { PlanBoard } from '@/features/plan/components/plan-board.tsx'
import { PlanFactsLine } from '@/features/plan/components/plan-facts-line.tsx'
import { PlanProgress } from '@/features/plan/components/plan-progress.tsx'
import { ProposalBanner } from '@/features/plan/components/proposal-banner.tsx'
import { StartPlanButton } from '@/features/plan/components/start-plan-button.tsx'
import { WhatIf } from '@/features/plan/components/what-if.tsx'
import { loadCurrentPlan, loadProposal } from '@/features/plan/loaders.ts'
import { topicsToCome } from '@/features/plan/plan-items.ts'
import { slugInWords } from '@/features/plan/words.ts'
import { PlanChangeCard } from '@/features/plan-edits/components/plan-change.tsx'
import { PlanTopics } from '@/features/plan-edits/components/plan-topics.tsx'
import { loadSettings } from '@/features/settings/loaders.ts'
import { loadToday } from '@/features/today/loaders.ts'
import { formatDayRange } from '@/lib/calendar-day.ts'
import { routes } from '@/lib/routes.ts'
import { ifAvailable } from '@/lib/server-api.ts'
import { requireSession } from '@/lib/session.ts'

export const metadata: Metadata = { title: 'Plan' }

export default async function PlanPage() {
  await requireSession()
  const [day, intake, topics, proposal, settings] = await Promise.all([
    loadToday(),
    loadIntake(),
    loadTopics(),
    loadProposal(),
    ifAvailable('settings', loadSettings()),
  ])
  const plan = await loadCurrentPlan()
  const banners = (
    <>
      <GenerationBanner />
      {proposal && <ProposalBanner proposal={proposal} />}
    </>
  )
  if (!plan) return <NoPlan hasIntake={intake !== null}>{banners}</NoPlan>

  const { plan_json: json } = plan
  const titles = Object.fromEntries(topics.map(({ slug, title }) => [slug, title]))
  return (
    <>
      {banners}
      <PageHeader
        title="Your plan"
        description={formatDayRange(json.start_date, json.end_date)}
        actions={
          <>
            <Button asChild variant="secondary">
              <Link href={routes.intake}>Change answers</Link>
            </Button>
            <NewPlanDialog hasModel={settings?.has_model ?? true} />
          </>
        }
      />
      <div className="mb-6 flex flex-col gap-5">
        {day.change && <PlanChangeCard change={day.change} />}
        <PlanProgress progress={plan.progress} />
        <NotReached items={plan.progress.not_reached} />
        <PlanFactsLine plan={json} />
      </div>
      <PlanBoard
        plan={json}
        topicTitles={titles}
        showsStatus
        exercises={new Set(plan.exercises)}
        today={day.date}
        topics={
          <PlanTopics
            planned={topicsToCome({ plan: json, today: day.date, titles }).filter(
              ({ slug }) => !intake?.known_topics.includes(slug),
            )}
            skipped={(intake?.known_topics ?? []).map((slug) => ({
              slug,
              title: titles[slug] ?? slugInWords(slug),
            }))}
          />
        }
      >
        {intake && <WhatIf hoursPerWeek={intake.hours_per_week} timelineWeeks={intake.timeline_weeks} />}
      </PlanBoard>
    </>
  )
}

function NoPlan({ hasIntake, children }: { hasIntake: boolean; children: React.ReactNode }) {
  return (
    <>
      {children}
      <PageHeader title="Your plan" />
      <EmptyState
        icon={<CalendarRange />}
        title={hasIntake ? 'There is no plan yet' : 'A plan begins with a few questions'}
        description={
          hasIntake
            ? 'Your answers are in. The plan takes a moment to make, and you can watch it.'
            : 'Five short steps tell us how much time you have and what you know. Then the plan is made from them.'
        }
        action={
          hasIntake ? (
            <StartPlanButton />
          ) : (
            <Button asChild>
              <Link href={routes.intake}>Start the questionnaire</Link>
            </Button>
          )
        }
      />
    </>
  )
}
