import { addDays, weekdayOf } from '../learner-day/learner-day.models.ts'
import type { ActivityDay, ProgressWeek } from './progress.schemas.ts'

/** A plan that was followed, from its first day until the next one began. */
export type FollowedPlan = {
  start: string
  end: string
  /** Planned minutes at the start of each day, by date. */
  minutes: Map<string, number>
}

export const WEEKS = 12

/** The Monday of the earliest of the weeks that end with today's. */
export function firstMonday(today: string): string {
  return addDays(today, 1 - weekdayOf(today) - 7 * (WEEKS - 1))
}

/** Planned against actual minutes, oldest week first; the last week goes up to today. */
export function readWeeks({
  plans,
  byDay,
  today,
}: {
  /** Newest first. */
  plans: FollowedPlan[]
  byDay: Map<string, ActivityDay>
  today: string
}): ProgressWeek[] {
  const first = firstMonday(today)
  return Array.from({ length: WEEKS }, (_, week) => {
    const monday = addDays(first, 7 * week)
    const days = Array.from({ length: 7 }, (_, at) => addDays(monday, at))
      .filter((date) => date <= today)
      .map((date) => ({
        date,
        planned: plannedOn(plans, date),
        actual: byDay.get(date)?.minutes ?? 0,
        unrecorded: byDay.get(date)?.unrecorded ?? 0,
      }))
    return {
      from: monday,
      to: days.at(-1)?.date ?? monday,
      planned: days.reduce((sum, { planned }) => sum + planned, 0),
      actual: days.reduce((sum, { actual }) => sum + actual, 0),
      unrecorded: days.reduce((sum, { unrecorded }) => sum + unrecorded, 0),
      days,
    }
  })
}

/** Minutes that the plan in force held for a day. */
function plannedOn(plans: FollowedPlan[], date: string): number {
  const plan = plans.find(({ start }) => start <= date)
  return (plan && date <= plan.end && plan.minutes.get(date)) || 0
}
