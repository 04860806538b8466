import type { CatalogueProblem } from '../plans.facts.ts'
import { type Board, isOwed, startedMinutes } from './board.ts'
import { scoreNew, scoreProbe, scoreReview } from './choice-scores.ts'
import { brokenRule, type Candidate, difficultyRank, minutesOf } from './draft.ts'
import { isRipe, leavesNewWork, mayOpen } from './pace.ts'
import type { TopicShare } from './syllabus.ts'

export type Choice = Candidate & { score: number }

const MAX_REVIEWS = { coaching: 2, filling: 3, anything: 99 }
/**
 * `coaching` keeps the pace a good coach would; `filling` is for time that is left over then, and `anything` for a week that
 * would else be empty.
 */
export type Way = keyof typeof MAX_REVIEWS

/** The best next item for a day that fits the minutes; undefined when nothing may be placed. */
export function bestChoice(options: {
  board: Board
  day: number
  room: number
  way?: Way
  /** For the last day of a week: nothing is kept for what was started. */
  spendAll?: boolean
}): Choice | undefined {
  let best: Choice | undefined
  for (const share of options.board.syllabus.topics.values()) {
    for (const choice of choicesOf({ ...options, share }))
      if (best === undefined || choice.score > best.score) best = choice
  }
  return best
}

function choicesOf(options: {
  board: Board
  share: TopicShare
  day: number
  room: number
  way?: Way
  spendAll?: boolean
}): Choice[] {
  const { board, share, day, room, way = 'coaching' } = options
  const need = board.draft.situation.needs.get(share.slug)
  if (!need) return []
  const owed = way === 'anything' || options.spendAll ? 0 : startedMinutes(board)
  const fits = (candidate: Candidate) =>
    minutesOf(board.draft, candidate) <= room - (isOwed(board, candidate.problem) ? 0 : owed) &&
    brokenRule(board.draft, candidate, day) === null
  const review = pickReview({ board, topic: share.slug, day, fits, way })
  const probe = need.strong && !share.chosen ? board.syllabus.probes.get(share.slug) : undefined
  const choices: Choice[] = []
  if (review)
    choices.push({ ...review, score: scoreReview({ board, share, need, day, problem: review.problem }) })
  if (
    probe &&
    !board.reservedTopics.has(share.slug) &&
    !board.draft.difficultyReached.has(share.slug) &&
    fits({ problem: probe, kind: 'probe' })
  )
    choices.push({ problem: probe, kind: 'probe', score: scoreProbe(board, share, day) })
  const untried = probe !== undefined && !board.draft.topicDays.has(share.slug)
  const open = way !== 'coaching' || mayOpen(board, share, day)
  const fresh = untried || !open ? undefined : pickNew(board, share, fits)
  if (fresh) choices.push({ ...fresh, score: scoreNew({ board, share, need, day, problem: fresh.problem }) })
  const last = board.draft.items.at(-1)?.problem.topic
  const opening =
    board.draft.topicDays.get(share.slug)?.length === 1 && board.spent.get(share.slug)?.newCount === 1
  if (last === share.slug && !opening) for (const choice of choices) choice.score -= 70
  return choices
}

/** The next of the topic's queue; a later one of the same difficulty when only that fits. */
function pickNew(board: Board, share: TopicShare, fits: (one: Candidate) => boolean): Candidate | undefined {
  const { queue } = share
  const spent = board.spent.get(share.slug)
  const taken = ({ slug }: CatalogueProblem) => board.draft.fresh.has(slug)
  while (spent && spent.next < queue.length && queue.slice(spent.next, spent.next + 1).some(taken))
    spent.next += 1
  const reached = board.draft.difficultyReached.get(share.slug) ?? 0
  return (
    scanQueue({ board, queue, from: spent?.next ?? 0, least: reached, fits }) ??
    scanQueue({ board, queue, from: spent?.next ?? 0, least: 0, fits })
  )
}

function scanQueue(options: {
  board: Board
  queue: CatalogueProblem[]
  from: number
  /** No easier than this. */
  least: number
  fits: (one: Candidate) => boolean
}): Candidate | undefined {
  const { board, queue, from, least, fits } = options
  let difficulty: string | undefined
  for (let at = from; at < queue.length; at += 1) {
    const problem = queue[at]
    if (!problem || board.draft.fresh.has(problem.slug) || board.reserved.has(problem.slug)) continue
    if (difficultyRank[problem.difficulty] < least) continue
    difficulty ??= problem.difficulty
    if (problem.difficulty !== difficulty && difficulty !== 'easy') break
    if (fits({ problem, kind: 'new' })) return { problem, kind: 'new' }
  }
  return undefined
}

/** What is unfinished first, then what was reviewed least and longest ago. */
function pickReview(options: {
  board: Board
  topic: string
  day: number
  fits: (one: Candidate) => boolean
  way: Way
}): Candidate | undefined {
  const { board, topic, day, fits, way } = options
  const most = MAX_REVIEWS[way]
  const { reviews, lastMet, situation } = board.draft
  const spent = board.spent.get(topic)
  const cached = spent?.review
  if (cached?.day === day && way === 'coaching') {
    if (!cached.problem) return undefined
    if (fits({ problem: cached.problem, kind: 'review' })) return { problem: cached.problem, kind: 'review' }
  }
  let best: CatalogueProblem | undefined
  let bestKey = Number.POSITIVE_INFINITY
  for (const problem of spent?.met ?? []) {
    const count = reviews.get(problem.slug) ?? 0
    if (count >= most || (way === 'coaching' && !isWanted(board, problem, day))) continue
    const history = situation.history.met.get(problem.slug)
    const unfinished = history && !history.solved && count === 0
    const key =
      (board.started.has(problem.slug) && count === 0 ? -1e7 : 0) +
      (unfinished ? -1e6 : 0) +
      count * 1e5 +
      (lastMet.get(problem.slug) ?? 0) +
      (history && !unfinished && count === 0 ? 5e4 : 0)
    if (key < bestKey && fits({ problem, kind: 'review' })) {
      best = problem
      bestKey = key
    }
  }
  if (spent && way === 'coaching') spent.review = { day, problem: best }
  return best && { problem: best, kind: 'review' }
}

function isWanted(board: Board, problem: CatalogueProblem, day: number): boolean {
  if (isOwed(board, problem)) return true
  const minutes = minutesOf(board.draft, { problem, kind: 'review' })
  return isRipe(board.draft, problem, day) && leavesNewWork(board, minutes)
}
