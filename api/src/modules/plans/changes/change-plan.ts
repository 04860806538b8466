import type { Clock } from '../../../shared/clock.ts'
import type { CatalogueCache } from '../../catalogue/catalogue-cache.ts'
import type { IntakeRepository } from '../../intake/intake.repository.ts'
import { dayAt } from '../../learner-day/learner-day.models.ts'
import { atPace, readPace } from '../../progress/pace.models.ts'
import type { RetrievalRepository } from '../../retrieval/retrieval.repository.ts'
import { retrievability } from '../../reviews/review-cards.models.ts'
import type { ReviewsRepository } from '../../reviews/reviews.repository.ts'
import {
  itemFinished,
  itemNotFound,
  noRoom,
  nothingAlike,
  notProven,
  planOver,
  tooBusy,
} from '../../today/today.errors.ts'
import type { CurrentPlan, DayState, TodayRepository } from '../../today/today.repository.ts'
import { notAfterInterview } from '../known/calendar.ts'
import type { CardFact, PlanFacts } from '../plans.facts.ts'
import { type Repacked, repack } from '../repack/repack.ts'
import type { RepackInput, RepackOrder } from '../repack/repack.types.ts'
import type { PlanChangesRepository } from './plan-changes.repository.ts'
import type { ChangeCause, PlanChange } from './plan-changes.schemas.ts'

export type LifeDeps = {
  days: TodayRepository
  planChanges: PlanChangesRepository
  reviews: ReviewsRepository
  intakes: IntakeRepository
  retrieval: RetrievalRepository
  catalogue: CatalogueCache
  clock: Clock
}

/** Newest attempts that a day and a pace rest on. */
export const RECENT_ATTEMPTS = 300
const ATTEMPTS_MAX = 2_000
const TRIES = 4
const TAKES_OFF: ReadonlySet<ChangeCause> = new Set(['cut', 'skip', 'later'])

/** A learner's day with what is known of it now. */
export type Present = { state: DayState; date: string; now: Date }

export async function readPresent({
  learnerId,
  deps,
}: {
  learnerId: string
  deps: LifeDeps
}): Promise<Present> {
  const now = deps.clock()
  const state = await deps.days.read({ learnerId, now })
  return { state, now, date: dayAt(now, state.learnerDay) }
}

export function isUnderWay(current: CurrentPlan | null, date: string): current is CurrentPlan {
  return current !== null && date <= current.plan.end_date
}

/** Loads the input of a repack with a few queries; an ordinary look at the day runs none of them. */
async function gatherInput(options: {
  learnerId: string
  present: Present
  current: CurrentPlan
  order: RepackOrder
  deps: LifeDeps
}): Promise<RepackInput | null> {
  const { learnerId, present, current, order, deps } = options
  const { state, date, now } = present
  const { learnerDay } = state
  if (order.type === 'refresh') await deps.reviews.makeMissing({ learnerId })
  const [intake, { topics, problems }, own, attempts, cards] = await Promise.all([
    deps.intakes.find({ learnerId }),
    deps.catalogue.get(),
    deps.retrieval.listOwnProblems({ learnerId }),
    deps.retrieval.listAttempts({ learnerId, learnerDay, limit: ATTEMPTS_MAX }),
    deps.reviews.listCards({ learnerId }),
  ])
  if (!intake) return null
  const { regeneration_answers, created_at: _, updated_at: __, ...asked } = intake
  const facts: PlanFacts = {
    today: date,
    intake: asked,
    answers: regeneration_answers,
    topics,
    problems: atPace([...problems, ...own], readPace(attempts.slice(-RECENT_ATTEMPTS))),
    attempts,
    community: [],
    similar: [],
    knowledge: [],
    breaks: state.breaks,
    previous: current.plan,
    previousMadeAt: current.madeAt,
  }
  const cardFacts = cards.map((card): CardFact => {
    return {
      slug: card.slug,
      due: notAfterInterview(dayAt(card.due, learnerDay), intake, date),
      retrievability: retrievability(card, now),
      reps: card.reps,
    }
  })
  return {
    facts,
    plan: current.plan,
    cards: cardFacts,
    reviewCap: state.reviewCap,
    order,
    isTodayShorter: isTodayShorter(present),
    seed: `${current.id}/${current.revision}`,
  }
}

/** True if the learner's newest change of today removed something from the day, which is then not filled up again. */
function isTodayShorter({ state, date }: Present): boolean {
  const { newest } = state.current ?? {}
  return (
    newest !== null &&
    newest !== undefined &&
    TAKES_OFF.has(newest.cause) &&
    dayAt(newest.at, state.learnerDay) === date
  )
}

/** Computes a change without storing it. */
export async function previewChange(options: {
  learnerId: string
  present: Present
  current: CurrentPlan
  order: RepackOrder
  deps: LifeDeps
}): Promise<Repacked> {
  const input = await gatherInput(options)
  return input ? repack(input) : { ok: false, reason: 'unproven', detail: 'There is no intake.' }
}

/**
 * Changes the plan by rule and proves it before it is saved. Of two at once the second starts again from what the
 * first one left, so that nothing is lost. Null when nothing changed.
 *
 * @throws 404, 409 with what stands in the way; 503 when others are always faster
 */
export async function changePlan({
  learnerId,
  order,
  cause,
  knownTopic = null,
  deps,
}: {
  learnerId: string
  order: RepackOrder
  cause: ChangeCause
  /** The topic that was skipped just now: undoing the change takes that back as well. */
  knownTopic?: string | null
  deps: LifeDeps
}): Promise<PlanChange | null> {
  for (let tries = 0; tries < TRIES; tries++) {
    const present = await readPresent({ learnerId, deps })
    const { current } = present.state
    if (!isUnderWay(current, present.date)) throw planOver()
    const result = await previewChange({ learnerId, present, current, order, deps })
    if (!result.ok) {
      if (order.type === 'refresh') return null
      throw refusal(result)
    }
    const saved = await keep({ learnerId, present, current, order, cause, result, knownTopic, deps })
    if (saved !== 'overtaken') return saved
  }
  throw tooBusy()
}

/** Brings the plan up to date where there is one under way; null when there is none or nothing changed. */
export async function refreshPlan(options: {
  learnerId: string
  cause: ChangeCause
  knownTopic?: string | null
  deps: LifeDeps
}): Promise<PlanChange | null> {
  const { state, date } = await readPresent(options)
  if (!isUnderWay(state.current, date)) return null
  return changePlan({ ...options, order: { type: 'refresh' } })
}

/** True if a plan was last brought up to date before this day. */
export function isStale(current: CurrentPlan, date: string): boolean {
  return (current.repairedOn ?? current.plan.start_date) < date
}

/** The first visit of a new day: what was missed finds other days. Two visits at once do it once. */
export async function startDay({
  learnerId,
  present,
  current,
  deps,
}: {
  learnerId: string
  present: Present
  current: CurrentPlan
  deps: LifeDeps
}): Promise<void> {
  const order = { type: 'refresh' } as const
  const result = await previewChange({ learnerId, present, current, order, deps })
  const { id: planId, revision } = current
  if (result.ok) await keep({ learnerId, present, current, order, cause: 'new_day', result, deps })
  else await deps.planChanges.markRepaired({ learnerId, planId, revision, repairedOn: present.date })
}

async function keep(options: {
  learnerId: string
  present: Present
  current: CurrentPlan
  order: RepackOrder
  cause: ChangeCause
  result: Extract<Repacked, { ok: true }>
  knownTopic?: string | null
  deps: LifeDeps
}): Promise<PlanChange | null | 'overtaken'> {
  const { learnerId, present, current, order, cause, result, deps } = options
  const { plan, changes } = result
  const expected = { learnerId, planId: current.id, revision: current.revision }
  const repairedOn = order.type === 'refresh' ? present.date : null
  if (changes.moved.length + changes.dropped.length + changes.added.length === 0) {
    const same = await deps.planChanges.touch({ ...expected, plan, repairedOn })
    return same ? null : 'overtaken'
  }
  const skipped = order.type === 'skip' ? skippedOf(current, order.itemId) : null
  const saved = await deps.planChanges.save({
    ...expected,
    before: current.plan,
    plan,
    cause,
    changes,
    repairedOn,
    skipped,
    knownTopic: options.knownTopic ?? null,
    now: present.now,
  })
  return saved ? { ...changes, cause, revision: current.revision + 1 } : 'overtaken'
}

function skippedOf({ plan }: CurrentPlan, itemId: string) {
  const items = plan.weeks.flatMap(({ days }) => days).flatMap(({ problems }) => problems)
  const item = items.find(({ item_id }) => item_id === itemId)
  return item ? { problem: { id: item.id, slug: item.slug }, itemId } : null
}

function refusal(result: Extract<Repacked, { ok: false }>) {
  switch (result.reason) {
    case 'no_item':
      return itemNotFound()
    case 'finished':
      return itemFinished(result.detail)
    case 'nothing_alike':
      return nothingAlike(result.detail)
    case 'no_room':
      return noRoom(result.detail)
    case 'unproven':
      return notProven()
  }
}
