import type { CatalogueProblem } from '../plans.facts.ts'
import type { Draft } from './draft.ts'
import type { Syllabus } from './syllabus.ts'

/** What has been spent on a topic so far, and today. */
export type Spent = {
  /** Where the topic's queue goes on. */
  next: number
  /** The review found last, good until the topic gets an item or the day ends. */
  review: { day: number; problem: CatalogueProblem | undefined } | null
  newCount: number
  newMinutes: number
  today: number
  /** New problems and reviews of today. */
  todayNew: number
  todayReviews: number
  met: CatalogueProblem[]
}

/** A draft with the book on what it has given to whom. */
export type Board = {
  draft: Draft
  syllabus: Syllabus
  spent: Map<string, Spent>
  /** Started items of the previous plan that must come back: slug to item id. */
  started: Map<string, string>
  /** Topics that must come before those of the started items. */
  needed: Set<string>
  /** Slugs that the proposal will place itself. */
  reserved: Set<string>
  reservedTopics: Set<string>
  /** Minutes of this week that the proposal still needs. */
  reservedMinutes: number
  /** Minutes of each week that the rules added to the proposal's. */
  filled: number[]
  newMinutes: number
  weakMinutes: number
  allMinutes: number
  reviewMinutes: number
  /** New and all minutes of each week. */
  weekNew: number[]
  weekAll: number[]
  /** Topics opened in each week. */
  openedInWeek: number[]
  chosenCount: number
  openedCount: number
  /** Whether weak topics and others are both there to be balanced. */
  mixed: boolean
}
/** Minutes to keep free for started items that have not come back yet. */
export function startedMinutes({ draft, started }: Board): number {
  let minutes = 0
  for (const slug of started.keys()) {
    const problem = draft.situation.plannable.get(slug)
    if (problem && !draft.reviews.has(slug)) minutes += problem.minutes
  }
  return minutes
}

/** A started item that has not come back, or one that opens what such an item builds on. */
export function isOwed({ draft, started, needed }: Board, { slug, topic }: CatalogueProblem): boolean {
  return (started.has(slug) && !draft.reviews.has(slug)) || (needed.has(topic) && !draft.topicDays.has(topic))
}
