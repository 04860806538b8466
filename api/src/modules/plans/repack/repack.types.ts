import type { CardFact, CatalogueProblem, PlanFacts } from '../plans.facts.ts'
import type { PlanItem, PlanJson } from '../plans.schemas.ts'

/** What a repack is asked to do besides bringing the plan up to date. */
export type RepackOrder =
  | { type: 'refresh' }
  /** So many minutes today; the rest spreads over later days. */
  | { type: 'cut'; minutes: number }
  | { type: 'skip' | 'swap' | 'later'; itemId: string }
  /** A problem of the catalogue, on a day or where there is room first. */
  | { type: 'add'; slug: string; date?: string }
  /** What was started in another plan, each under the id it had there. */
  | { type: 'carry'; items: readonly { item_id: string; slug: string }[] }

export type RepackInput = {
  /** `today` is the learner's own; minutes of problems are at the learner's pace. */
  facts: PlanFacts
  plan: PlanJson
  cards: CardFact[]
  /** Reviews a day at most; null: by the hours. */
  reviewCap: number | null
  order: RepackOrder
  /** The learner took something off today already: nothing is added to it. */
  isTodayShorter?: boolean
  /** Makes the ids of new items; the same seed gives the same ids. */
  seed: string
}

/** An item that is not finished, on its way to a day. */
export type Entry = {
  item: PlanItem
  problem: CatalogueProblem
  /** The day it was on; for what is new to the plan, the day it is wanted. */
  from: string
  /** The first day it may come. */
  wanted: string
  /** Its place among all, by day and place. */
  order: number
  /** A review whose day has come. */
  due: boolean
  added: string | null
  /** Why the learner's own order gave it another day than its own. */
  putOff?: string
  value: number
}

export type Dropped = { item: PlanItem; from: string; reason: string }
