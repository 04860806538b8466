import type { Plan, Topic } from '@codify/api/contract'
import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { DayItems } from '@/features/plan/components/day-items.tsx'
import {
  isPractised,
  itemsOf,
  minutesLeft,
  openFromEarlier,
  outcomesByItem,
  progressOf,
} from '@/features/plan/item-status.ts'
import { loadAttemptsSince } from '@/features/plan/loaders.ts'
import { ComingUp, FreeDay, PlanEnded } from '@/features/today/components/next-day.tsx'
import { WeekGlance } from '@/features/today/components/week-glance.tsx'
import { nextStudyDay, weekOf } from '@/features/today/week.ts'
import { formatMinutes } from '@/lib/calendar-day.ts'

type TodaysWorkProps = {
  plan: Plan
  topics: Topic[]
  today: string
  timeZone: string
  /** What stands below the week at a glance. */
  children: ReactNode
}

/** Today's items, what is left from earlier days, and the week around them. */
export async function TodaysWork({ plan, topics, today, timeZone, children }: TodaysWorkProps) {
  const { plan_json: json } = plan
  const attempts = await loadAttemptsSince(plan.generated_at)
  const outcomes = outcomesByItem({ plan, attempts, timeZone })
  const todays = itemsOf(json).filter(({ date }) => date === today)
  const earlier = openFromEarlier({ plan: json, outcomes, today })
  const week = weekOf({ plan: json, today, isDone: (itemId) => isPractised(outcomes[itemId]) })
  const next = nextStudyDay(json, today)
  const shared = {
    topicTitles: Object.fromEntries(topics.map(({ slug, title }) => [slug, title])),
    outcomes,
    today,
  }
  const { practised, planned } = progressOf(todays, outcomes)
  const left = minutesLeft(
    todays.map(({ item }) => item),
    outcomes,
  )
  return (
    <div className="grid items-start gap-8 lg:grid-cols-[1fr_20rem]">
      <div className="flex min-w-0 flex-col gap-8">
        {todays.length > 0 && (
          <section aria-labelledby="todays-problems" className="flex flex-col gap-3">
            <div className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-1">
              <h2 id="todays-problems" className="font-semibold tracking-tight">
                Today’s problems
              </h2>
              <p role="status" className="text-sm text-subtle tabular-nums">
                {practised} of {planned} practised ·{' '}
                {left > 0 ? `${formatMinutes(left)} left` : 'done for today'}
              </p>
            </div>
            <DayItems items={todays} {...shared} />
          </section>
        )}
        {todays.length === 0 && next && <FreeDay next={next} />}
        {todays.length === 0 && !next && <PlanEnded endDate={json.end_date} />}
        {earlier.length > 0 && (
          <details open={todays.length === 0} className="group/earlier">
            <summary className="mb-3 flex cursor-pointer list-none items-center gap-2 rounded-md [&::-webkit-details-marker]:hidden">
              <h2 className="font-semibold tracking-tight">
                Left from earlier days{' '}
                <span className="font-normal text-subtle tabular-nums">{earlier.length}</span>
              </h2>
              <ChevronDown
                aria-hidden
                className="size-4 text-subtle transition-transform group-open/earlier:rotate-180"
              />
            </summary>
            <DayItems items={earlier} {...shared} />
          </details>
        )}
        {todays.length > 0 && next && <ComingUp next={next} />}
      </div>
      <div className="flex flex-col gap-6">
        {week && <WeekGlance days={week} today={today} />}
        {children}
      </div>
    </div>
  )
}
