import type { CatalogueProblem } from '../plans.facts.ts'
import type { Board } from './board.ts'
import type { Draft } from './draft.ts'
import type { Situation } from './situation.ts'
import type { TopicShare } from './syllabus.ts'

/** Minutes of study in a week for each topic opened in it. */
const MINUTES_A_TOPIC = 75
const MOST_OPENED = 7
/** Minutes in a week from which a new topic may still be opened in a plan's last days. */
const PLENTIFUL = 20 * 60
const REVIEW_CAP = 0.34
/** Minutes of new work that count as done before the first item, so that early shares are not extreme. */
const HEAD_START = 60

/** Fewest days before a problem is reviewed for the first time, with so many days of the plan left when it is met. */
export function daysToFirstReview(left: number): number {
  if (left >= 7) return Math.max(3, Math.floor(left / 6))
  return left >= 4 ? 2 : 1
}

/** Fewest days between two reviews of one problem; fewer near the end of a plan of one or two weeks. */
function daysToNextReview(left: number, length: number): number {
  return left >= 7 || length > 14 ? 5 : Math.max(2, Math.ceil(left / 2))
}

/** Whether enough days have passed for a review to be worth its time; what was begun and not solved may come at once. */
export function isRipe(draft: Draft, problem: CatalogueProblem, day: number): boolean {
  const { situation, lastMet, reviews } = draft
  const last = lastMet.get(problem.slug)
  if (last === undefined) return false
  const reviewed = reviews.get(problem.slug) ?? 0
  if (reviewed === 0 && situation.history.met.get(problem.slug)?.solved === false) return true
  const left = situation.endDay - last
  const passed = (situation.days[day] ?? 0) - last
  return passed >= (reviewed > 0 ? daysToNextReview(left, lengthOf(situation)) : daysToFirstReview(left))
}

/** Whether reviews stay within their part of the time, this item counted. */
export function leavesNewWork({ allMinutes, reviewMinutes }: Board, minutes: number): boolean {
  return reviewMinutes + minutes <= REVIEW_CAP * (allMinutes + minutes + HEAD_START)
}

/** Whether one more topic may be opened on this day: so many a week, and none that could not come back. */
export function mayOpen(board: Board, { slug, chosen }: TopicShare, day: number): boolean {
  const { situation } = board.draft
  if ((board.spent.get(slug)?.newCount ?? 0) > 0 || board.needed.has(slug)) return true
  if (!chosen) return false
  const week = situation.weekOfDay[day] ?? 0
  if ((board.openedInWeek[week] ?? 0) >= openingsFor(situation.weekLimit)) return false
  const today = situation.days[day] ?? 0
  const long = lengthOf(situation) >= 14
  return !long || situation.weekLimit >= PLENTIFUL || situation.endDay - today >= 6
}

function lengthOf({ endDay, days }: Situation): number {
  return endDay - (days[0] ?? endDay) + 1
}

function openingsFor(weekMinutes: number): number {
  return Math.max(1, Math.min(MOST_OPENED, Math.round(weekMinutes / MINUTES_A_TOPIC)))
}
