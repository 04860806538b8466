import type { PlanView, Today, Topic } from '@codify/api/contract'
import type { ReactNode } from 'react'
import { loadSettings } from '@/features/settings/loaders.ts'
import { DayWork } from '@/features/today/components/day-work.tsx'
import { ComingUp, FreeDay, PlanEnded } from '@/features/today/components/next-day.tsx'
import { Rhythm } from '@/features/today/components/rhythm.tsx'
import { WeekGlance } from '@/features/today/components/week-glance.tsx'
import { nextStudyDay, weekOf } from '@/features/today/week.ts'
import { ifAvailable } from '@/lib/server-api.ts'

type TodaysWorkProps = {
  day: Today
  plan: PlanView
  topics: Topic[]
  learnerId: string
  /** Content below the week at a glance. */
  children: ReactNode
}

/** The day's work, and the week around it. */
export async function TodaysWork({ day, plan, topics, learnerId, children }: TodaysWorkProps) {
  const { plan_json: json } = plan
  const week = weekOf({ plan: json, today: day.date })
  const next = nextStudyDay(json, day.date)
  return (
    <div className="grid items-start gap-8 lg:grid-cols-[1fr_20rem]">
      <div className="flex min-w-0 flex-col gap-8">
        <DayWork
          initial={day}
          learnerId={learnerId}
          solvedBefore={plan.progress.solved_before}
          topicTitles={Object.fromEntries(topics.map(({ slug, title }) => [slug, title]))}
        />
        {day.items.length === 0 && day.state !== 'break' && next && <FreeDay next={next} />}
        {day.items.length === 0 && !next && (
          <PlanEnded
            endDate={json.end_date}
            progress={plan.progress}
            hasModel={(await ifAvailable('settings', loadSettings()))?.has_model ?? true}
          />
        )}
        {(day.items.length > 0 || day.state === 'break') && next && <ComingUp next={next} />}
      </div>
      <div className="flex flex-col gap-6">
        <Rhythm activeDays={day.active_days} pace={day.pace} />
        {week && <WeekGlance days={week} today={day.date} solvedBefore={plan.progress.solved_before} />}
        {children}
      </div>
    </div>
  )
}
