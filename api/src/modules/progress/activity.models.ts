import { addDays } from '../learner-day/learner-day.models.ts'
import type { AttemptFact } from '../plans/plans.facts.ts'
import { reviewMinutes } from '../plans/situation.ts'
import type { Activity, ActivityDay } from './progress.schemas.ts'

/** Days of a year's activity, today included: whole weeks and a day, so that the same weekday is at both ends. */
export const YEAR_DAYS = 366

/**
 * What was practised on each day, by date: of attempts oldest first. A skip is no practice. Where no minutes were
 * given, those count that were planned: the catalogue's for a problem not solved before, a review's for one that was,
 * at the learner's pace.
 */
export function activityByDay(attempts: AttemptFact[], paceRatio: number): Map<string, ActivityDay> {
  const solved = new Set<string>()
  const days = new Map<string, ActivityDay>()
  for (const { slug, outcome, minutes, estimated = 0, date } of attempts) {
    if (outcome === 'skipped') continue
    const planned = reviewMinutes({ minutes: estimated }, !solved.has(slug))
    if (outcome === 'solved') solved.add(slug)
    const before = days.get(date)
    days.set(date, {
      date,
      minutes: (before?.minutes ?? 0) + (minutes ?? Math.round(planned * paceRatio)),
      attempts: (before?.attempts ?? 0) + 1,
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
    days,
  }
}
