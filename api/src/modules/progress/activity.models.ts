import { addDays } from '../learner-day/learner-day.models.ts'
import type { AttemptFact } from '../plans/plans.facts.ts'
import type { Activity, ActivityDay } from './progress.schemas.ts'

/** Days of a year's activity, today included: whole weeks and a day, so that the same weekday is at both ends. */
export const YEAR_DAYS = 366

/** Sums practice by date, in minutes as recorded. A skip is no practice. */
export function activityByDay(attempts: AttemptFact[]): Map<string, ActivityDay> {
  const days = new Map<string, ActivityDay>()
  for (const { outcome, minutes, date } of attempts) {
    if (outcome === 'skipped') continue
    const before = days.get(date)
    days.set(date, {
      date,
      minutes: (before?.minutes ?? 0) + (minutes ?? 0),
      attempts: (before?.attempts ?? 0) + 1,
      unrecorded: (before?.unrecorded ?? 0) + (minutes === null ? 1 : 0),
    })
  }
  return days
}

/** The year that ends today. */
export function readActivity(byDay: Map<string, ActivityDay>, today: string): Activity {
  const from = addDays(today, 1 - YEAR_DAYS)
  const days = [...byDay.values()]
    .filter(({ date }) => date >= from && date <= today)
    .sort((a, b) => (a.date < b.date ? -1 : 1))
  return {
    from,
    to: today,
    minutes: days.reduce((sum, { minutes }) => sum + minutes, 0),
    attempts: days.reduce((sum, { attempts }) => sum + attempts, 0),
    unrecorded: days.reduce((sum, { unrecorded }) => sum + unrecorded, 0),
    days,
  }
}
