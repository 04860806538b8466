import { type Board, startedMinutes } from './board.ts'
import { bestChoice } from './choices.ts'
import { brokenRule, type Candidate, type Draft, place, startDraft } from './draft.ts'
import type { Situation } from './situation.ts'
import { type Syllabus, WEEK_LOAD, withPrerequisites } from './syllabus.ts'

const MOST_LOAD = 0.9
const LEAST_LOAD = 0.62
/** Minutes that the rules hold back beside a proposal, waiting for something worth coming back to. */
const PATIENCE = 45

/** Lays out a syllabus day by day. Every item is legal when it is placed, so the whole is. */
export function schedule(options: { situation: Situation; syllabus: Syllabus }): Draft {
  const board = startBoard(options.situation, options.syllabus)
  options.situation.days.forEach((_, day) => {
    fillDay(board, day)
  })
  return board.draft
}

export function startBoard(situation: Situation, syllabus: Syllabus): Board {
  const needs = [...situation.needs.values()].filter(({ slug }) => syllabus.topics.get(slug)?.chosen)
  return {
    draft: startDraft(situation),
    syllabus,
    spent: new Map(
      [...situation.needs.keys()].map((slug) => [
        slug,
        {
          next: 0,
          review: null,
          newMinutes: 0,
          newCount: 0,
          today: -1,
          todayNew: 0,
          todayReviews: 0,
          met: [...(situation.met.get(slug) ?? [])],
        },
      ]),
    ),
    started: new Map(situation.started.map(({ slug, item_id }) => [slug, item_id])),
    needed: new Set(situation.started.flatMap(({ slug }) => neededFor(situation, slug))),
    reserved: new Set(),
    reservedTopics: new Set(),
    reservedMinutes: 0,
    filled: situation.window.weeks.map(() => 0),
    newMinutes: 0,
    allMinutes: 0,
    reviewMinutes: 0,
    weekNew: situation.window.weeks.map(() => 0),
    weekAll: situation.window.weeks.map(() => 0),
    openedInWeek: situation.window.weeks.map(() => 0),
    chosenCount: needs.length,
    openedCount: 0,
    weakMinutes: 0,
    mixed: needs.some(({ weak }) => weak) && needs.some(({ weak }) => !weak),
  }
}

function neededFor(situation: Situation, slug: string): string[] {
  const topic = situation.plannable.get(slug)?.topic ?? ''
  return withPrerequisites(situation, topic).filter((one) => one !== topic)
}

/** Adds to a day until the week is as far as it should be by then. */
export function fillDay(board: Board, day: number): void {
  const { situation, weekMinutes } = board.draft
  const week = situation.weekOfDay[day] ?? 0
  const window = situation.window.weeks[week]
  if (!window) return
  const whole = window.minutes >= situation.weekLimit
  const load = whole ? WEEK_LOAD : 0.95
  const most = Math.floor(window.minutes * (whole ? MOST_LOAD : 1))
  const passed = situation.weekOfDay.slice(0, day + 1).filter((one) => one === week).length
  const granted = (weekMinutes[week] ?? 0) - (board.filled[week] ?? 0) + board.reservedMinutes
  const share = ((window.minutes * load - granted) * passed) / window.studyDays.length
  for (;;) {
    const used = (weekMinutes[week] ?? 0) + board.reservedMinutes
    if (used > 0 && (board.filled[week] ?? 0) >= share - 1) break
    const choice =
      bestChoice({ board, day, room: most - used }) ??
      (lacks(board.filled[week] ?? 0, share, passed === window.studyDays.length)
        ? bestChoice({ board, day, room: most - used, way: 'filling' })
        : undefined) ??
      (used === 0 && (passed === window.studyDays.length || startedMinutes(board) === 0)
        ? bestChoice({ board, day, room: situation.weekLimit, way: 'anything' })
        : undefined)
    if (!choice || (granted > 0 && choice.score < 20 && (board.filled[week] ?? 0) > share - PATIENCE)) break
    put(board, choice, day)
    board.filled[week] = (board.filled[week] ?? 0) + minutesPlaced(board)
  }
  if (passed === window.studyDays.length) {
    catchUp(board, day)
    reachLeast(board, day)
  }
}

/** Whether so much is missing that a return may come sooner than a coach would like. */
function lacks(minutes: number, share: number, last: boolean): boolean {
  return minutes < share * (last ? 0.93 : 0.7)
}

/** Goes past the usual load where a week would else stay under the least that H0 asks for. */
function reachLeast(board: Board, day: number): void {
  const { situation, weekMinutes } = board.draft
  const week = situation.weekOfDay[day] ?? 0
  for (;;) {
    const used = weekMinutes[week] ?? 0
    if (used >= LEAST_LOAD * (situation.window.weeks[week]?.minutes ?? 0)) return
    const room = situation.weekLimit - used
    const choice =
      bestChoice({ board, day, room }) ??
      bestChoice({ board, day, room, way: 'filling' }) ??
      bestChoice({ board, day, room, way: 'filling', spendAll: true })
    if (!choice) return
    put(board, choice, day)
  }
}

function minutesPlaced({ draft }: Board): number {
  return draft.items.at(-1)?.minutes ?? 0
}

/** What was started and has not come back this week takes the week's slack. */
function catchUp(board: Board, day: number): void {
  for (const slug of board.started.keys()) {
    const problem = board.draft.situation.plannable.get(slug)
    if (!problem || board.draft.reviews.has(slug)) continue
    if (brokenRule(board.draft, { problem, kind: 'review' }, day) === null)
      put(board, { problem, kind: 'review' }, day)
  }
}

/** Places an item and keeps the book on its topic. */
export function put(
  board: Board,
  candidate: Candidate & { proposedReason?: string | null },
  day: number,
): void {
  const { problem, kind } = candidate
  const keptId = board.draft.reviews.has(problem.slug) ? null : (board.started.get(problem.slug) ?? null)
  const week = board.draft.situation.weekOfDay[day] ?? 0
  if (!board.draft.topicDays.has(problem.topic) && board.syllabus.topics.get(problem.topic)?.chosen)
    board.openedCount += 1
  if (kind === 'new' && board.spent.get(problem.topic)?.newCount === 0)
    board.openedInWeek[week] = (board.openedInWeek[week] ?? 0) + 1
  place(board.draft, { ...candidate, keptId }, day)
  const spent = board.spent.get(problem.topic)
  const minutes = minutesPlaced(board)
  if (!spent) return
  spent.review = null
  board.allMinutes += minutes
  board.weekAll[week] = (board.weekAll[week] ?? 0) + minutes
  if (kind === 'review') board.reviewMinutes += minutes
  else board.weekNew[week] = (board.weekNew[week] ?? 0) + minutes
  if (spent.today !== day) Object.assign(spent, { today: day, todayNew: 0, todayReviews: 0 })
  if (kind === 'review') spent.todayReviews += 1
  else spent.met.push(problem)
  if (kind !== 'new') return
  spent.todayNew += 1
  spent.newCount += 1
  spent.newMinutes += minutes
  board.newMinutes += minutes
  if (board.draft.situation.needs.get(problem.topic)?.weak) board.weakMinutes += minutes
}
