import type { RuleId } from '../plans.schemas.ts'
import { type Board, isOwed, startedMinutes } from './board.ts'
import { brokenRule, type Candidate, type Draft, minutesOf, missingPrerequisites } from './draft.ts'
import { isRipe } from './pace.ts'
import type { Wish } from './proposal.ts'
import { fillDay, put, startBoard } from './schedule.ts'
import type { Situation } from './situation.ts'
import type { Syllabus } from './syllabus.ts'

export type Repaired = { draft: Draft; rules: Set<RuleId>; kept: number }

/**
 * Lays out a proposal: its choices in its order, what must come first put before them, what does not fit moved to a
 * later day or dropped, and the holes filled by the rules.
 */
export function followProposal(options: {
  situation: Situation
  syllabus: Syllabus
  wishes: Wish[]
}): Repaired {
  const { situation, syllabus } = options
  const board = startBoard(situation, syllabus)
  const rules = new Set<RuleId>()
  const pending = [...options.wishes]
  let kept = 0
  situation.days.forEach((_, day) => {
    for (const wish of pending.filter((one) => one.day <= day)) {
      if (!pending.includes(wish) || comesTooSoon(board, wish, day)) continue
      kept += grant({ board, wish, day, pending, rules })
    }
    reserve(board, pending, day)
    fillDay(board, day)
  })
  return { draft: board.draft, rules, kept }
}

/** A problem that the proposal repeats waits until the return is worth its time. */
function comesTooSoon(board: Board, wish: Wish, day: number): boolean {
  return kindOf(board, wish) === 'review' && !isRipe(board.draft, wish.problem, day)
}

type Grant = { board: Board; wish: Wish; day: number; pending: Wish[]; rules: Set<RuleId> }

/** Places a wish, with what must come before it; answers how many wishes were placed. */
function grant({ board, wish, day, pending, rules }: Grant): number {
  const candidate = { problem: wish.problem, kind: kindOf(board, wish) }
  let granted = 0
  let broken = obstacle(board, candidate, day)
  if (broken === 'H2') {
    rules.add('H2')
    for (const topic of missingPrerequisites(board.draft, wish.problem.topic))
      granted += openTopic({ board, wish, day, pending, rules }, topic)
    broken = obstacle(board, candidate, day)
  }
  if (broken === 'H6') {
    rules.add('H6')
    const sooner = pending.find(
      ({ problem }) =>
        problem.topic === wish.problem.topic && problem.difficulty === 'medium' && isNew(board, problem.slug),
    )
    if (sooner) granted += grant({ board, wish: sooner, day, pending, rules })
    else
      insert(board, day, (problem) => problem.topic === wish.problem.topic && problem.difficulty === 'medium')
    broken = obstacle(board, candidate, day)
  }
  if (broken !== null) {
    rules.add(broken)
    return granted
  }
  pending.splice(pending.indexOf(wish), 1)
  put(board, { ...candidate, proposedReason: wish.reason }, day)
  return granted + 1
}

/** The rule in the way, H9 among them: the hours that started items still need are not to be had. */
function obstacle(board: Board, candidate: Candidate, day: number): RuleId | null {
  const broken = brokenRule(board.draft, candidate, day)
  if (broken !== null || isOwed(board, candidate.problem)) return broken
  const { situation, weekMinutes } = board.draft
  const room = situation.weekLimit - (weekMinutes[situation.weekOfDay[day] ?? 0] ?? 0) - startedMinutes(board)
  return minutesOf(board.draft, candidate) <= room ? null : 'H9'
}

/** Opens a topic by the proposal's own first choice of it, else by the rules' one. */
function openTopic(options: Grant, topic: string): number {
  const { board, day, pending } = options
  const own = pending.find(({ problem }) => problem.topic === topic && problem.difficulty !== 'hard')
  if (own) return grant({ ...options, wish: own })
  let granted = 0
  for (const before of missingPrerequisites(board.draft, topic)) granted += openTopic(options, before)
  insert(board, day, (problem) => problem.topic === topic)
  return granted
}

/** Puts the first problem of the rules' own choice that fits the day. */
function insert(board: Board, day: number, wanted: (problem: Wish['problem']) => boolean): void {
  for (const { queue } of board.syllabus.topics.values())
    for (const problem of queue.filter(wanted)) {
      const candidate: Candidate = { problem, kind: kindOf(board, { problem }) }
      if (board.reserved.has(problem.slug) || obstacle(board, candidate, day) !== null) continue
      put(board, candidate, day)
      return
    }
}

function kindOf({ draft }: Board, { problem }: Pick<Wish, 'problem'>): Candidate['kind'] {
  if (draft.lastMet.has(problem.slug)) return 'review'
  const tried = draft.difficultyReached.has(problem.topic)
  return draft.situation.needs.get(problem.topic)?.strong && !tried ? 'probe' : 'new'
}

function isNew({ draft }: Board, slug: string): boolean {
  return !draft.lastMet.has(slug)
}

/** Keeps time and problems of the days to come for the proposal's own choices. */
function reserve(board: Board, pending: Wish[], day: number): void {
  const { situation } = board.draft
  const week = situation.weekOfDay[day]
  board.reserved.clear()
  board.reservedTopics.clear()
  board.reservedMinutes = 0
  for (const { problem, day: wanted } of pending) {
    board.reserved.add(problem.slug)
    board.reservedTopics.add(problem.topic)
    if (situation.weekOfDay[wanted] === week && wanted > day)
      board.reservedMinutes += minutesOf(board.draft, { problem, kind: kindOf(board, { problem }) })
  }
}
