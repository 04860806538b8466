import type { CatalogueProblem } from '../plans.facts.ts'
import type { Board, Spent } from './board.ts'
import type { TopicNeed } from './needs.ts'
import type { TopicShare } from './syllabus.ts'

/** How much a second new problem is wanted on the day that opens a topic. */
const SECOND_NEW = 70
/** Minutes by which the first items of a week are evened out. */
const SMOOTHING = 60
const sessionCounts = new Map<number, number>()

export type Scoring = {
  board: Board
  share: TopicShare
  need: TopicNeed
  day: number
  problem: CatalogueProblem
}

/** How much a review is wanted now. */
export function scoreReview({ board, share, need, day, problem }: Scoring): number {
  const { draft } = board
  const spent = board.spent.get(share.slug)
  const count = draft.reviews.get(problem.slug) ?? 0
  const started = board.started.has(problem.slug) && count === 0
  const unfinished = draft.situation.history.met.get(problem.slug)?.solved === false && count === 0
  const extra = (started ? 500 : 0) + (unfinished ? 20 : 0) - (count > 0 ? 70 * count : 0)
  if (!draft.topicDays.has(share.slug))
    return (
      extra + (need.strong && !share.chosen ? -60 : share.chosen ? openScore(board, share, day) + 5 : -40)
    )
  if (spent && spent.today === day) {
    const more = spent.todayReviews === 0 ? 45 : -40 * spent.todayReviews
    return extra + more - freshScore(board, day) / 2 - (need.strong && !share.chosen ? 120 : 0)
  }
  return extra + returnScore(board, share, day) + 10 - (need.strong && !share.chosen ? 150 : 0)
}

/** How much a new problem is wanted now. */
export function scoreNew({ board, share, need, day, problem }: Scoring): number {
  const { draft } = board
  const spent = board.spent.get(share.slug)
  const date = draft.situation.days[day] ?? 0
  const left = share.newMinutes - (spent?.newMinutes ?? 0)
  const base = freshScore(board, day) + (board.mixed ? balanceScore(board, need) : 0)
  const promised = draft.situation.promised.get(problem.slug)
  const kept = promised === draft.situation.window.studyDays[day] ? 12 : 0
  const waits = board.reservedTopics.has(share.slug) ? 200 : 0
  const extra = base + kept - waits - (need.strong && !share.chosen ? 160 : 0)
  if (!draft.topicDays.has(share.slug))
    return (
      extra +
      (board.needed.has(share.slug) ? 400 : 0) +
      (share.chosen ? openScore(board, share, day) : -120 + share.priority)
    )
  const behind = lag({ board, share, day, spent })
  if (spent && spent.today === day) {
    const opens = draft.topicDays.get(share.slug)?.length === 1
    if (spent.newCount === 1 && opens) return extra + SECOND_NEW
    const quota = left / problem.minutes / sessionsFrom(draft.situation.endDay - date)
    const over = spent.todayNew - quota
    return extra + behind + (over <= 0 ? 50 : 10 - over * 40)
  }
  const first = (spent?.newCount ?? 0) < 2 ? 40 : left < problem.minutes / 2 ? -60 : 0
  return extra + behind + returnScore(board, share, day) + first
}

/** Rises as a topic's new minutes fall behind the part of its time that has passed. */
function lag(options: { board: Board; share: TopicShare; day: number; spent: Spent | undefined }): number {
  const { board, share, day, spent } = options
  const { situation, topicDays } = board.draft
  const first = topicDays.get(share.slug)?.[0]
  if (first === undefined || share.newMinutes === 0) return 0
  const today = situation.days[day] ?? 0
  const passed = (today - first + 2) / (situation.endDay - first + 2)
  const done = (spent?.newMinutes ?? 0) / share.newMinutes
  return Math.max(-30, Math.min(45, 90 * (passed - done)))
}

/** Probes come at an even pace, and keep within their limit while there is other work. */
export function scoreProbe(board: Board, share: TopicShare, day: number): number {
  const { draft, syllabus } = board
  const done = draft.items.filter(({ kind }) => kind === 'probe')
  const minutes = done.reduce((total, item) => total + item.minutes, 0)
  const expected = (syllabus.probes.size * (day + 1)) / draft.situation.days.length
  const over = minutes > syllabus.probeLimit ? 90 : 0
  if (share.chosen) return openScore(board, share, day)
  return 40 + 25 * Math.max(-2, Math.min(2, expected - done.length)) - over + share.priority
}

/** For opening a topic: by priority, at an even pace over the first part of the plan, never near its end. */
function openScore(board: Board, share: TopicShare, day: number): number {
  const { draft } = board
  const { days, endDay } = draft.situation
  const expected = board.chosenCount * Math.min(1, (day + 1) / Math.max(1, days.length * 0.55))
  const late = days.length - 1 - day < 2 && days.length > 2 ? 150 : 0
  const nearEnd = (endDay - (days[day] ?? 0)) * 4 < endDay - (days[0] ?? 0) ? 80 : 0
  return (
    60 + 25 * share.priority + 45 * Math.max(-3, Math.min(2, expected - board.openedCount)) - late - nearEnd
  )
}

/** For a topic that is to come back: rises as a fifth of the days left has passed since it last came. */
function returnScore(board: Board, share: TopicShare, day: number): number {
  const { situation, topicDays } = board.draft
  const past = topicDays.get(share.slug) ?? []
  const last = past.at(-1) ?? 0
  const today = situation.days[day] ?? 0
  const from = past.length > 2 ? (past[0] ?? last) : last
  const gap = Math.max(1, (situation.endDay - from) / 5)
  const lateness = Math.min(1.5, (today - last) / gap - 1)
  const early = lateness < -0.6 ? 110 : lateness < -0.35 ? 50 : 0
  return (past.length <= 2 ? 90 : 55) + 60 * lateness - early
}

/** New problems gain when reviews have taken more than their share of the week so far, and lose when they took less. */
function freshScore({ weekNew, weekAll, syllabus, draft }: Board, day: number): number {
  const week = draft.situation.weekOfDay[day] ?? 0
  const fresh = (weekNew[week] ?? 0) + SMOOTHING * syllabus.newShare
  const lack = syllabus.newShare - fresh / ((weekAll[week] ?? 0) + SMOOTHING)
  return Math.max(-120, Math.min(90, lack * 400))
}

function balanceScore({ newMinutes, weakMinutes }: Board, need: TopicNeed): number {
  const share = newMinutes === 0 ? 0.5 : weakMinutes / newMinutes
  const push = Math.max(-35, Math.min(35, (0.5 - share) * 200))
  return need.weak ? push : -push
}

/** How many times a topic comes, today included, when it comes after a fifth of the days left each time. */
function sessionsFrom(daysLeft: number): number {
  const known = sessionCounts.get(daysLeft)
  if (known !== undefined) return known
  let count = 1
  for (let left = daysLeft; left >= 2 && count < 7; left -= Math.max(1, Math.round(left / 5))) count += 1
  sessionCounts.set(daysLeft, count)
  return count
}
