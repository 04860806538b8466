import {
  dateOf,
  dayLimit,
  dayNumber,
  isOff,
  isStudyDay,
  weekLimit,
} from '../../learner-day/learner-day.models.ts'
import type { PlanFacts } from '../plans.facts.ts'
import type { PlanJson } from '../plans.schemas.ts'
import type { RepackOrder } from '../repack/repack.types.ts'

export type OpenWeek = {
  /** From 1, as in the plan. */
  index: number
  start: string
  end: string
  /** Days from today on that may be planned. */
  openDays: string[]
}
/** The days of a plan that is under way: its own weeks, open from today on. */
export type UnderWay = { start: string; end: string; weeks: OpenWeek[]; dayLimit: number; weekLimit: number }

/**
 * Reads which days of a plan are open. Its weeks stay where they began; an interview that was moved cuts them, all of
 * them when it comes before the first day, or lets the last one be whole.
 */
export function readUnderWay(
  plan: Pick<PlanJson, 'start_date' | 'weeks'>,
  facts: Pick<PlanFacts, 'intake' | 'today' | 'breaks'>,
): UnderWay {
  const { intake, today, breaks = [] } = facts
  const start = dayNumber(plan.start_date)
  const last = dateOf(start + plan.weeks.length * 7 - 1)
  const { interview_date: interview } = intake
  const end = interview !== null && interview < last ? interview : last
  const weeks = plan.weeks.map((_, at): OpenWeek => {
    const days = Array.from({ length: 7 }, (_day, offset) => start + at * 7 + offset)
    const openDays = days
      .map(dateOf)
      .filter((date) => isStudyDay(intake, date) && date >= today && date <= end && !isOff(breaks, date))
    return { index: at + 1, start: dateOf(start + at * 7), end: dateOf(start + at * 7 + 6), openDays }
  })
  return {
    start: plan.start_date,
    end,
    weeks,
    dayLimit: dayLimit(intake),
    weekLimit: weekLimit(intake),
  }
}

/**
 * The first day of each span of days that a change must use well (H0): the days after today, and today with them where
 * a change lays out all days and the learner has not made today shorter.
 */
export function spansCounted(change: {
  facts: Pick<PlanFacts, 'today'>
  order: RepackOrder
  isTodayShorter?: boolean | undefined
}): string[] {
  const { today } = change.facts
  const tomorrow = dateOf(dayNumber(today) + 1)
  return change.order.type === 'refresh' && !change.isTodayShorter ? [tomorrow, today] : [tomorrow]
}
