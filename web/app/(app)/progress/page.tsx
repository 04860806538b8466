import { ChartNoAxesColumn } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { Button } from '@/components/ui/button.tsx'
import { EmptyState } from '@/components/ui/empty-state.tsx'
import { PageHeader } from '@/components/ui/page-header.tsx'
import { loadTopics } from '@/features/intake/loaders.ts'
import { LastWeek } from '@/features/progress/components/last-week.tsx'
import { LoadFigure } from '@/features/progress/components/load-figure.tsx'
import { PaceFigure } from '@/features/progress/components/pace-figure.tsx'
import { RatingsFigure } from '@/features/progress/components/ratings-figure.tsx'
import { TopicsFigure } from '@/features/progress/components/topics-figure.tsx'
import { WeeksFigure } from '@/features/progress/components/weeks-figure.tsx'
import { YearFigure } from '@/features/progress/components/year-figure.tsx'
import { loadProgress, loadTopicsProgress } from '@/features/progress/loaders.ts'
import { placeTopics } from '@/features/progress/place-topics.ts'
import { joinTopics } from '@/features/progress/topic-map.ts'
import { routes } from '@/lib/routes.ts'
import { requireSession } from '@/lib/session.ts'

export const metadata: Metadata = { title: 'Progress' }

export default async function ProgressPage() {
  await requireSession()
  const [progress, measured, catalogue] = await Promise.all([
    loadProgress(),
    loadTopicsProgress(),
    loadTopics(),
  ])
  const topics = placeTopics(joinTopics(catalogue, measured.items))
  const isEmpty = progress.plan === null && progress.activity.attempts === 0
  return (
    <>
      <PageHeader
        title="Progress"
        description="What you did, what was measured of it, and what lies ahead."
      />
      <div className="flex flex-col gap-6 sm:gap-8">
        {isEmpty ? (
          <NothingYet />
        ) : (
          <>
            <LastWeek activity={progress.activity} active={progress.active_days} />
            <div className="grid gap-6 sm:gap-8 lg:grid-cols-2">
              <WeeksFigure weeks={progress.weeks} />
              <LoadFigure load={progress.load} planEnd={progress.plan?.end_date ?? null} />
            </div>
          </>
        )}
        <TopicsFigure topics={topics} />
        {!isEmpty && (
          <>
            <YearFigure activity={progress.activity} />
            <div className="grid items-start gap-6 sm:gap-8 lg:grid-cols-[3fr_2fr]">
              <RatingsFigure topics={topics} />
              <PaceFigure paces={progress.pace_by_difficulty} />
            </div>
          </>
        )}
      </div>
    </>
  )
}

function NothingYet() {
  return (
    <EmptyState
      icon={<ChartNoAxesColumn />}
      title="Nothing to show yet"
      description="Once you have a plan, or have recorded a first attempt, this page shows how it goes. The map of topics is there already."
      action={
        <Button asChild>
          <Link href={routes.today}>Go to today</Link>
        </Button>
      }
    />
  )
}
