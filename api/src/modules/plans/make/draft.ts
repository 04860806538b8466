import type { CatalogueProblem } from '../plans.facts.ts'
import type { ItemKind, RuleId } from '../plans.schemas.ts'
import { isCleared, reviewMinutes, type Situation } from './situation.ts'

export type DraftItem = {
  problem: CatalogueProblem
  kind: ItemKind
  minutes: number
  /** Index into the study days. */
  day: number
  /** The model's own words, cleaned, when it chose this item. */
  proposedReason: string | null
  /** The id it had in the previous plan, when it was started there. */
  keptId: string | null
}
export type Candidate = { problem: CatalogueProblem; kind: ItemKind }

/** A plan that grows day by day and never breaks a rule of order or time. */
export type Draft = {
  situation: Situation
  items: DraftItem[]
  weekMinutes: number[]
  dayMinutes: number[]
  /** Day numbers on which a topic comes, in order. */
  topicDays: Map<string, number[]>
  /** Last day number on which a problem was met, in an attempt or here. */
  lastMet: Map<string, number>
  /** Slugs that come as new or probe. */
  fresh: Set<string>
  reviews: Map<string, number>
  /** Topics with a medium problem solved or planned, for H6. */
  mediumTopics: Set<string>
  /** The hardest that has come as new or probe, by topic. */
  difficultyReached: Map<string, number>
}

export const difficultyRank = { easy: 0, medium: 1, hard: 2 }

export function startDraft(situation: Situation): Draft {
  const solvedMediums = [...situation.plannable.values()].filter(
    ({ slug, difficulty }) => difficulty === 'medium' && situation.history.met.get(slug)?.solved,
  )
  return {
    situation,
    items: [],
    weekMinutes: situation.window.weeks.map(() => 0),
    dayMinutes: situation.days.map(() => 0),
    topicDays: new Map(),
    lastMet: new Map(situation.metDay),
    fresh: new Set(),
    reviews: new Map(),
    mediumTopics: new Set(solvedMediums.map(({ topic }) => topic)),
    difficultyReached: new Map(),
  }
}

/** Minutes this would take now: a problem that was met and never solved takes its whole time again, once. */
export function minutesOf(draft: Draft, { problem, kind }: Candidate): number {
  if (kind !== 'review') return problem.minutes
  const history = draft.situation.history.met.get(problem.slug)
  return reviewMinutes(problem, history?.solved === false && !draft.reviews.has(problem.slug))
}

/** The rule that forbids placing this on the day, after what is there already; null when it may stand. */
export function brokenRule(draft: Draft, candidate: Candidate, day: number): RuleId | null {
  const { situation } = draft
  const { problem, kind } = candidate
  if (situation.plannable.get(problem.slug) !== problem) return 'H1'
  const today = situation.days[day]
  if (today === undefined) return 'H5'
  if (kind === 'review') {
    const last = draft.lastMet.get(problem.slug)
    if (last === undefined || last >= today) return 'H4'
  } else {
    if (situation.history.met.get(problem.slug)?.solved) return 'H7'
    if (situation.history.met.has(problem.slug) || draft.fresh.has(problem.slug)) return 'H4'
  }
  if (missingPrerequisites(draft, problem.topic).length > 0) return 'H2'
  if (kind === 'new' && problem.difficulty === 'hard' && !draft.mediumTopics.has(problem.topic)) return 'H6'
  return hasRoom(draft, day, minutesOf(draft, candidate)) ? null : 'H3'
}

export function hasRoom(draft: Draft, day: number, minutes: number): boolean {
  const { situation } = draft
  const week = situation.weekOfDay[day] ?? 0
  return (
    (draft.dayMinutes[day] ?? 0) + minutes <= situation.dayLimit &&
    (draft.weekMinutes[week] ?? 0) + minutes <= situation.weekLimit
  )
}

/** Prerequisite topics that must come before a topic's first item. */
export function missingPrerequisites(draft: Draft, topic: string): string[] {
  if (draft.topicDays.has(topic)) return []
  const missing = draft.situation.needs.get(topic)?.missing ?? []
  return missing.filter((slug) => !draft.topicDays.has(slug) && !isCleared(draft.situation, slug))
}

export function place(
  draft: Draft,
  candidate: Candidate & { proposedReason?: string | null; keptId?: string | null },
  day: number,
): void {
  const { situation } = draft
  const { problem, kind, proposedReason = null, keptId = null } = candidate
  const minutes = minutesOf(draft, candidate)
  const week = situation.weekOfDay[day] ?? 0
  const date = situation.days[day] ?? 0
  draft.items.push({ problem, kind, minutes, day, proposedReason, keptId })
  draft.dayMinutes[day] = (draft.dayMinutes[day] ?? 0) + minutes
  draft.weekMinutes[week] = (draft.weekMinutes[week] ?? 0) + minutes
  const topicDays = draft.topicDays.get(problem.topic) ?? []
  if (topicDays.at(-1) !== date) draft.topicDays.set(problem.topic, [...topicDays, date])
  draft.lastMet.set(problem.slug, date)
  if (kind === 'review') draft.reviews.set(problem.slug, (draft.reviews.get(problem.slug) ?? 0) + 1)
  else {
    draft.fresh.add(problem.slug)
    const reached = draft.difficultyReached.get(problem.topic) ?? 0
    draft.difficultyReached.set(problem.topic, Math.max(reached, difficultyRank[problem.difficulty]))
    if (problem.difficulty === 'medium') draft.mediumTopics.add(problem.topic)
  }
}
