import fc from 'fast-check'
import type { Outcome } from '../../../shared/outcomes.ts'
import { isPractised } from '../../../shared/outcomes.ts'
import type { Intake } from '../../intake/intake.schemas.ts'
import { dayAt } from '../../learner-day/learner-day.models.ts'
import { atPace, readPace } from '../../progress/pace.models.ts'
import { replayCard, retrievability } from '../../reviews/review-cards.models.ts'
import { readItemStatuses } from '../item-status.ts'
import { notAfterInterview, planWindow } from '../known/calendar.ts'
import { makePlan } from '../make/planner.ts'
import { PlanningError } from '../planning-error.ts'
import type { AttemptFact, BreakFact, CardFact, PlanFacts } from '../plans.facts.ts'
import type { PlanJson } from '../plans.schemas.ts'
import { repack } from '../repack/repack.ts'
import type { RepackInput, RepackOrder } from '../repack/repack.types.ts'
import { listItems } from '../verify/verified-plan.ts'
import { type Basis, daysAfter } from './arbitraries.ts'

const HOUR_MS = 3_600_000
const timeZones = [
  'UTC',
  'Europe/Berlin',
  'America/Los_Angeles',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'Asia/Kathmandu',
]

/** Something that happens to a learner on a day; `pick` chooses among what is there then. */
export type Happening =
  | {
      type: 'result'
      pick: number
      outcome: Outcome
      rating: AttemptFact['rating']
      minutes: number | null
      named: boolean
    }
  | { type: 'elsewhere'; pick: number; outcome: Outcome }
  | { type: 'tap'; action: 'skip' | 'swap' | 'later'; pick: number }
  | { type: 'add'; pick: number }
  | { type: 'cut'; minutes: number }
  | { type: 'break'; from: number; days: number }
  | { type: 'back' }
  | { type: 'hours'; hours: number }
  | { type: 'study_days'; days: number[] }
  | { type: 'time_zone'; zone: string }
  | { type: 'day_start'; hour: number }
  | { type: 'review_cap'; cap: number | null }
  | { type: 'known'; pick: number }
  /** So many days from then; null: there is none any more. */
  | { type: 'interview'; days: number | null }
  | { type: 'undo' }
  | { type: 'retract' }

export type LifeDay = { visit: boolean; happenings: Happening[] }

const outcome = fc.constantFrom<Outcome>('solved', 'solved', 'solved', 'tried', 'stuck', 'skipped')
const pick = fc.nat(1000)

const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 14,
    arbitrary: fc.record({
      type: fc.constant('result' as const),
      pick: fc.nat(3),
      outcome,
      rating: fc.constantFrom('again' as const, 'hard' as const, 'good' as const, 'easy' as const, null),
      minutes: fc.option(fc.integer({ min: 1, max: 150 })),
      named: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('elsewhere' as const), pick, outcome }) },
  {
    weight: 5,
    arbitrary: fc.record({
      type: fc.constant('tap' as const),
      action: fc.constantFrom('skip' as const, 'swap' as const, 'later' as const),
      pick,
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('add' as const), pick }) },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('cut' as const), minutes: fc.integer({ min: 1, max: 180 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('break' as const),
      from: fc.integer({ min: 0, max: 9 }),
      days: fc.integer({ min: 1, max: 16 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ type: 'back' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('hours' as const), hours: fc.integer({ min: 1, max: 40 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('study_days' as const),
      days: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('time_zone' as const), zone: fc.constantFrom(...timeZones) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('day_start' as const), hour: fc.integer({ min: 0, max: 12 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('review_cap' as const),
      cap: fc.option(fc.integer({ min: 0, max: 8 })),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('known' as const), pick }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('interview' as const),
      days: fc.oneof(
        fc.integer({ min: 0, max: 7 }),
        fc.integer({ min: 8, max: 30 }),
        fc.integer({ min: 31, max: 90 }),
        fc.constant(null),
      ),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ type: 'undo' as const }) },
  { weight: 1, arbitrary: fc.constant({ type: 'retract' as const }) },
)

export function lives(days: number): fc.Arbitrary<LifeDay[]> {
  const day = fc.record({
    visit: fc.constantFrom(true, true, true, false),
    happenings: fc.array(happening, { maxLength: 4, size: 'max' }),
  })
  return fc.array(day, { minLength: days, maxLength: days })
}

type Stored = AttemptFact & { at: string }
type Undo = { before: PlanJson; skipped: string | null }

/** A learner's record as the server keeps it, without the server: what is stored, and what the rules make of it. */
export class Life {
  now: Date
  intake: Intake
  plan: PlanJson | null = null
  breaks: BreakFact[] = []
  dayStartHour = 4
  reviewCap: number | null = null
  isTodayShorter = false
  readonly #attempts: Stored[] = []
  readonly #basis: Basis
  #undo: Undo[] = []
  #repairedOn = ''
  #madeAt: string | null = null
  #serial = 0

  constructor({ basis, intake, start }: { basis: Basis; intake: Intake; start: Date }) {
    this.#basis = basis
    this.intake = intake
    this.now = start
  }

  get today(): string {
    return this.#dayOf(this.now)
  }

  get facts(): PlanFacts {
    const dated = this.#attempts.map((attempt) => ({ ...attempt, date: this.#dayOf(new Date(attempt.at)) }))
    return {
      ...this.#basis,
      problems: atPace(this.#basis.problems, readPace(dated)),
      today: this.today,
      intake: this.intake,
      answers: [],
      attempts: dated,
      community: [],
      similar: [],
      breaks: this.breaks,
      previous: this.plan,
      previousMadeAt: this.#madeAt,
    }
  }

  get isUnderWay(): boolean {
    return this.plan !== null && this.today <= this.plan.end_date
  }

  get undoable(): PlanJson | null {
    return this.#undo.at(-1)?.before ?? null
  }

  /** First look of a day: makes a new plan when the last one is over, else repairs the plan for a new day. */
  visit(): RepackInput | null {
    if (!this.isUnderWay) return this.replan()
    const start = this.#repairedOn === '' ? (this.plan?.start_date ?? '') : this.#repairedOn
    return start < this.today ? this.change({ type: 'refresh' }) : null
  }

  /** Carries an order out; answers what was asked, or null where no plan is under way. */
  change(order: RepackOrder): RepackInput | null {
    const { plan } = this
    if (!plan || !this.isUnderWay) return null
    const input: RepackInput = {
      // A change looks nothing up that the plan holds already.
      facts: { ...this.facts, knowledge: [] },
      plan,
      cards: this.#cards(),
      reviewCap: this.reviewCap,
      isTodayShorter: this.isTodayShorter,
      order,
      seed: `life/${this.#serial++}`,
    }
    const result = repack(input)
    if (!result.ok) {
      if (result.reason === 'unproven')
        throw new Error(`${JSON.stringify(order)} on ${this.today}: ${result.detail}`)
      return null
    }
    const skipped = order.type === 'skip' ? this.#skip(order.itemId) : null
    const { moved, dropped, added } = result.changes
    if (moved.length + dropped.length + added.length > 0) this.#undo.push({ before: plan, skipped })
    this.plan = result.plan
    if (order.type === 'refresh') this.#repairedOn = this.today
    return input
  }

  undo(): void {
    const last = this.#undo.pop()
    if (!last) return
    this.plan = last.before
    if (last.skipped !== null) this.#retract(last.skipped)
  }

  retractLast(): void {
    const last = this.#attempts.at(-1)
    if (last) this.#retract(last.id)
  }

  openItems() {
    const { plan } = this
    if (!plan) return []
    const statuses = readItemStatuses(plan, this.facts.attempts, this.#madeAt)
    return listItems(plan).filter(({ item_id }) => !isPractised(statuses.get(item_id)))
  }

  attempt(options: {
    slug: string
    outcome: Outcome
    rating?: AttemptFact['rating']
    minutes?: number | null
    itemId?: string | null
  }): string {
    const { slug, outcome, rating = null, minutes = null, itemId = null } = options
    const id = `00000000-0000-4000-8000-${String(this.#serial++).padStart(12, '0')}`
    const estimated = this.#basis.problems.find((problem) => problem.slug === slug)?.minutes ?? 30
    this.#attempts.push({
      id,
      slug,
      outcome,
      rating,
      minutes,
      estimated,
      item_id: itemId,
      date: '',
      at: this.now.toISOString(),
    })
    return id
  }

  pass(hours: number): void {
    this.now = new Date(this.now.getTime() + hours * HOUR_MS)
  }

  addBreak(from: number, days: number): void {
    this.breaks.push({ from: daysAfter(this.today, from), to: daysAfter(this.today, from + days - 1) })
  }

  /** As the intake takes it: no day that has passed, and none before the first day to study on. */
  setInterview(days: number | null): void {
    const intake = { ...this.intake, interview_date: days === null ? null : daysAfter(this.today, days) }
    try {
      planWindow(intake, this.today)
      this.intake = intake
    } catch (error) {
      if (!(error instanceof PlanningError)) throw error
    }
  }

  #dayOf(at: Date): string {
    return dayAt(at, { timeZone: this.intake.time_zone, dayStartHour: this.dayStartHour })
  }

  #skip(itemId: string): string | null {
    const item = this.plan && listItems(this.plan).find(({ item_id }) => item_id === itemId)
    return item ? this.attempt({ slug: item.slug, outcome: 'skipped', itemId }) : null
  }

  #retract(id: string): void {
    const at = this.#attempts.findIndex((attempt) => attempt.id === id)
    if (at >= 0) this.#attempts.splice(at, 1)
  }

  #cards(): CardFact[] {
    const bySlug = Map.groupBy(this.#attempts, ({ slug }) => slug)
    return [...bySlug].flatMap(([slug, all]) => {
      const card = replayCard(all.map((one) => ({ ...one, hints_used: null, created_at: new Date(one.at) })))
      if (!card) return []
      const due = notAfterInterview(this.#dayOf(card.due), this.intake, this.today)
      return [{ slug, due, retrievability: retrievability(card, this.now), reps: card.reps }]
    })
  }

  /** A new plan from what is known now, in the place of the one there is. */
  replan(): null {
    try {
      this.plan = makePlan({ facts: this.facts, proposal: null, model: null, seed: `plan/${this.#serial++}` })
      this.#madeAt = this.now.toISOString()
      this.#undo = []
      this.#repairedOn = ''
    } catch (error) {
      if (!(error instanceof PlanningError)) throw error
      this.plan = null
    }
    return null
  }
}
