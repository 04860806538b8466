import { addDays, dayLimit, MIN_DAY_MINUTES } from '../learner-day/learner-day.models.ts'
import { isFinished, readItemStatuses, toStatusFields } from '../plans/item-status.ts'
import type { PlanChange } from '../plans/plan-changes.schemas.ts'
import type { AttemptFact } from '../plans/plans.facts.ts'
import type { PlanJson } from '../plans/plans.schemas.ts'
import { readPace } from '../progress/pace.models.ts'
import type { Present } from './change-plan.ts'
import type { DayState } from './today.repository.ts'
import type { Today, TodayItem } from './today.schemas.ts'

const OF_DAYS = 7

/** A learner's day as it is told, from what is stored; `plan` may be a preview that is not. */
export function toToday(options: {
  present: Present
  attempts: AttemptFact[]
  plan: PlanJson | null
  change: PlanChange | null
  minutes: number | undefined
  hasExercise: (slug: string) => boolean
}): Today {
  const { present, attempts, plan, change, hasExercise } = options
  const { state, date } = present
  const dated =
    plan && date <= plan.end_date ? itemsOf({ plan, attempts, date, madeAt: state.current?.madeAt }) : []
  const items = dated.map((item): TodayItem => ({ ...item, has_exercise: hasExercise(item.slug) }))
  const sum = (some: TodayItem[]) => some.reduce((total, { minutes }) => total + minutes, 0)
  const open = items.filter(({ status }) => status === 'open')
  const practised = items.filter(isFinished)
  const onBreak = state.breaks.find(({ from, to }) => from <= date && date <= to) ?? null
  return {
    date,
    time_zone: state.learnerDay.timeZone,
    unknown_time_zone: state.unknownTimeZone,
    day_start_hour: state.learnerDay.dayStartHour,
    state: stateOf({ present, plan, items: items.length, onBreak: onBreak !== null }),
    plan_id: state.current?.id ?? null,
    revision: state.current?.revision ?? 0,
    minutes: {
      planned: sum(items.filter(({ status }) => status !== 'skipped')),
      done: practised.reduce((total, { actual_minutes: minutes }) => total + (minutes ?? 0), 0),
      unrecorded: practised.filter(({ actual_minutes: minutes }) => minutes === null).length,
      left: sum(open),
    },
    stop_after: stopAfter({ items, minutes: options.minutes, present }),
    items,
    next_day: plan ? nextDay(plan, date) : null,
    active_days: activeDays(attempts, date),
    change,
    pace: readPace(attempts),
    break: onBreak,
  }
}

/** Of today, and what a day that has passed left open: due reviews first, else in the plan's order. */
function itemsOf(options: {
  plan: PlanJson
  attempts: AttemptFact[]
  date: string
  madeAt: string | undefined
}): Omit<TodayItem, 'has_exercise'>[] {
  const { plan, attempts, date, madeAt } = options
  const statuses = readItemStatuses(plan, attempts, madeAt)
  const days = plan.weeks.flatMap((week) => week.days).filter((day) => day.date <= date)
  const all = days.flatMap((day) =>
    day.problems.flatMap((item) => {
      const itemStatus = toStatusFields(statuses.get(item.item_id))
      if (day.date < date && itemStatus.status !== 'open') return []
      const earlier = (item.first_date ?? day.date) < date
      const due =
        item.kind === 'review' ? ('review' as const) : earlier ? ('earlier' as const) : ('new' as const)
      return [{ ...item, due, ...itemStatus }]
    }),
  )
  const reviewsFirst = [
    ...all.filter(({ due }) => due === 'review'),
    ...all.filter(({ due }) => due !== 'review'),
  ]
  return reviewsFirst.map((item, position) => ({ ...item, position }))
}

/** The last item that fits the minutes given, or else the day's limit, with what is done counted in. */
function stopAfter(options: {
  items: TodayItem[]
  minutes: number | undefined
  present: Present
}): number | null {
  const { items, minutes, present } = options
  let room = minutes ?? dayLimitOf(present.state)
  let last: number | null = null
  for (const item of items) {
    const open = item.status === 'open'
    // Minutes that are given are from now on; a day's limit holds for all of the day.
    if (open || minutes === undefined) room -= item.minutes
    if (room < 0 && open) break
    last = item.position
  }
  return last
}

/** Minutes of one day at most. */
export function dayLimitOf({ intake }: Pick<DayState, 'intake'>): number {
  if (!intake) return MIN_DAY_MINUTES
  return dayLimit({ hours_per_week: intake.hoursPerWeek, study_days: intake.studyDays })
}

function stateOf(options: {
  present: Present
  plan: PlanJson | null
  items: number
  onBreak: boolean
}): Today['state'] {
  const { present, plan, items } = options
  if (!present.state.intake) return 'no_intake'
  if (!plan) return 'no_plan'
  if (present.date > plan.end_date) return 'ended'
  if (items > 0) return 'ready'
  if (options.onBreak) return 'break'
  return present.date < plan.start_date ? 'not_started' : 'free_day'
}

function nextDay(plan: PlanJson, date: string): Today['next_day'] {
  const day = plan.weeks.flatMap(({ days }) => days).find((one) => one.date > date)
  return day ? { date: day.date, minutes: day.minutes, items: day.problems.length } : null
}

/** Days of the last seven, today included, with something tried. */
export function activeDays(attempts: AttemptFact[], date: string): Today['active_days'] {
  const from = addDays(date, 1 - OF_DAYS)
  const active = attempts.filter((one) => one.outcome !== 'skipped' && one.date >= from && one.date <= date)
  return { of: OF_DAYS, count: new Set(active.map((one) => one.date)).size }
}
