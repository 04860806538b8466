import { addDays, isOff, isStudyDay } from '../learner-day/learner-day.models.ts'
import type { BreakFact } from '../plans/plans.facts.ts'
import type { ItemKind } from '../plans/plans.schemas.ts'
import type { Load, LoadDay } from './progress.schemas.ts'

export const LOAD_DAYS = 14

export type LoadInput = {
  today: string
  /** ISO weekdays. */
  studyDays: number[]
  breaks: BreakFact[]
  /** Minutes of a day at most. */
  limit: number
  /** Reviews of a day at most; null: as the minutes allow. */
  reviewCap: number | null
  /** Open items of the current plan, and its last day; null without a plan under way. */
  plan: { end: string; open: { slug: string; date: string; kind: ItemKind; minutes: number }[] } | null
  /** Reviews by the day they fall due, the earliest first. */
  due: { slug: string; due: string; minutes: number }[]
}

/**
 * The next fourteen days: what the plan holds, and after its end the reviews that fall due, on study days with room
 * under the day's limit. What is open from a day that has passed is today's.
 */
export function readLoad(input: LoadInput): Load {
  const { today, plan, limit } = input
  const days = Array.from({ length: LOAD_DAYS }, (_, at) => dayOf(input, addDays(today, at)))
  const byDate = new Map(days.map((day) => [day.date, day]))
  for (const { date, kind, minutes } of plan?.open ?? []) {
    const day = date < today ? days[0] : byDate.get(date)
    if (day && kind === 'review') day.review_minutes += minutes
    else if (day) day.new_minutes += minutes
  }
  return { limit: Math.round(limit), days, waiting_minutes: placeReviews(input, days) }
}

function dayOf({ plan, breaks, studyDays }: LoadInput, day: string): LoadDay {
  return {
    date: day,
    new_minutes: 0,
    review_minutes: 0,
    planned: plan !== null && day <= plan.end,
    free: isOff(breaks, day) ? 'break' : isStudyDay({ study_days: studyDays }, day) ? null : 'no_study_day',
  }
}

/** Puts the due reviews onto the days after the plan; answers the minutes that found no room. */
function placeReviews({ plan, due, limit, reviewCap }: LoadInput, days: LoadDay[]): number {
  const covered = new Set(plan?.open.filter(({ kind }) => kind === 'review').map(({ slug }) => slug))
  const last = days.at(-1)?.date ?? ''
  const open = days.filter(({ planned, free }) => !planned && free === null)
  const counts = new Map<string, number>()
  let waiting = 0
  for (const card of due) {
    if (covered.has(card.slug) || card.due > last) continue
    const day = open.find((one) => {
      const count = counts.get(one.date) ?? 0
      const fits = count === 0 || one.review_minutes + card.minutes <= limit
      return one.date >= card.due && fits && count < (reviewCap ?? Number.POSITIVE_INFINITY)
    })
    if (day) {
      day.review_minutes += card.minutes
      counts.set(day.date, (counts.get(day.date) ?? 0) + 1)
    } else if (open.length > 0) waiting += card.minutes
  }
  return waiting
}
