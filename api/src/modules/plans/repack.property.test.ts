import { readCatalogue } from '@codify/seeds'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { intakeSchema } from '../intake/intake.schemas.ts'
import { isFinished, readItemStatuses } from './item-status.ts'
import type { PlanJson } from './plans.schemas.ts'
import { planJsonSchema } from './plans.schemas.ts'
import { repack } from './repack.ts'
import type { RepackInput } from './repack.types.ts'
import { intakes } from './testing/arbitraries.ts'
import { type Happening, Life, type LifeDay, lives } from './testing/lives.ts'
import { untrueWords } from './testing/true-words.ts'
import { readUnderWay } from './under-way.ts'
import { listItems } from './verified-plan.ts'

const runs = Number(process.env.FC_RUNS ?? 4)
const basis = await readCatalogue()
const START = new Date('2026-03-02T12:00:00Z')

describe('whatever happens to a learner', { timeout: 600_000 }, () => {
  it('a hundred days keep every rule, lose nothing that is finished, and undo exactly', () => {
    const intake = intakes(basis.topics, '2026-03-02')
    fc.assert(
      fc.property(intake, lives(100), (given, days) => {
        const life = new Life({
          basis,
          intake: intakeSchema.parse({ ...given, time_zone: 'Europe/Berlin' }),
          start: START,
        })
        for (const day of days) liveOn(life, day)
      }),
      { numRuns: runs },
    )
  })
})

function liveOn(life: Life, { visit, happenings }: LifeDay): void {
  if (visit) {
    watch(life, () => life.visit())
    for (const one of happenings) {
      watch(life, () => life.visit())
      happen(life, one)
      life.pass(1)
    }
  }
  life.pass(24 - (visit ? happenings.length : 0))
}

function happen(life: Life, one: Happening): void {
  const open = life.openItems()
  const choose = <Item>(all: Item[], pick: number) => all[pick % Math.max(1, all.length)]
  switch (one.type) {
    case 'result': {
      const item = choose(
        open.filter(({ date }) => date <= life.today),
        one.pick,
      )
      const { outcome, rating, minutes } = one
      if (item)
        life.attempt({ slug: item.slug, outcome, rating, minutes, itemId: one.named ? item.item_id : null })
      return
    }
    case 'elsewhere': {
      const problem = choose(basis.problems, one.pick)
      if (problem) life.attempt({ slug: problem.slug, outcome: one.outcome })
      return
    }
    case 'tap': {
      const item = choose(open, one.pick)
      if (item) watch(life, () => life.change({ type: one.action, itemId: item.item_id }))
      return
    }
    case 'add': {
      const problem = choose(basis.problems, one.pick)
      if (problem) watch(life, () => life.change({ type: 'add', slug: problem.slug }))
      return
    }
    case 'cut':
      watch(life, () => life.change({ type: 'cut', minutes: one.minutes }))
      return
    case 'undo': {
      const before = life.undoable
      life.undo()
      if (before) expect(life.plan).toBe(before)
      return
    }
    case 'retract':
      life.retractLast()
      return
    default:
      change(life, one)
      watch(life, () => life.change({ type: 'refresh' }))
  }
}

type Setting = Extract<
  Happening,
  {
    type:
      | 'break'
      | 'back'
      | 'hours'
      | 'study_days'
      | 'time_zone'
      | 'day_start'
      | 'review_cap'
      | 'known'
      | 'interview'
  }
>

function change(life: Life, one: Setting): void {
  const set = (intake: Partial<Life['intake']>) => {
    life.intake = { ...life.intake, ...intake }
  }
  switch (one.type) {
    case 'break':
      life.addBreak(one.from, one.days)
      break
    case 'back':
      life.breaks.pop()
      break
    case 'hours':
      set({ hours_per_week: one.hours })
      break
    case 'study_days':
      set({ study_days: one.days })
      break
    case 'time_zone':
      set({ time_zone: one.zone })
      break
    case 'day_start':
      life.dayStartHour = one.hour
      break
    case 'review_cap':
      life.reviewCap = one.cap
      break
    case 'interview':
      life.setInterview(one.days)
      break
    case 'known': {
      const topic = basis.topics[one.pick % basis.topics.length]
      const known = new Set([...life.intake.known_topics, topic?.slug ?? ''])
      if (topic && known.size < basis.topics.length / 2) set({ known_topics: [...known] })
    }
  }
}

/** Does something to the plan and holds what came of it against what was there. The repack itself proves H0–H10. */
function watch(life: Life, act: () => RepackInput | null): void {
  const input = act()
  const { plan } = life
  if (!plan || !input) return
  expect(planJsonSchema.safeParse(plan).error).toBeUndefined()
  const open = new Set(life.openItems().map(({ item_id }) => item_id))
  expect(untrueWords(plan, ({ item_id }) => open.has(item_id))).toEqual([])
  keepsFinished(input, plan)
  keepsCaps(input, plan)
  endsWithInterview(input, plan)
  const again = repack(input)
  expect(again.ok && again.plan.weeks).toEqual(plan.weeks)
}

function keepsFinished({ plan: before, facts }: RepackInput, plan: PlanJson): void {
  const after = new Map(listItems(plan).map((item) => [item.item_id, item]))
  const statuses = readItemStatuses(before, facts.attempts, facts.previousMadeAt)
  for (const item of listItems(before)) {
    if (!isFinished(statuses.get(item.item_id))) continue
    const now = after.get(item.item_id)
    expect(now).toMatchObject({
      slug: item.slug,
      kind: item.kind,
      minutes: item.minutes,
      reason: item.reason,
    })
    if (item.date <= facts.today) expect(now?.date).toBe(item.date)
  }
}

/** Nothing open is planned for after the interview, and the plan says so. */
function endsWithInterview({ facts, plan: before }: RepackInput, plan: PlanJson): void {
  const { interview_date: interview } = facts.intake
  if (interview === null) return
  const statuses = readItemStatuses(before, facts.attempts, facts.previousMadeAt)
  const open = listItems(plan).filter(({ item_id }) => !isFinished(statuses.get(item_id)))
  expect(open.filter(({ date }) => date > interview).map(({ slug, date }) => ({ slug, date }))).toEqual([])
  expect(plan.end_date <= interview).toBe(true)
}

/** No day over its cap but by what is finished, and nothing planned on a day off. */
function keepsCaps({ facts, order, plan: before }: RepackInput, plan: PlanJson): void {
  const { dayLimit, weeks } = readUnderWay(plan, facts)
  const open = new Set(weeks.flatMap(({ openDays }) => openDays))
  const statuses = readItemStatuses(before, facts.attempts, facts.previousMadeAt)
  for (const day of plan.weeks.flatMap((week) => week.days)) {
    const ours = day.problems.filter(({ item_id }) => !isFinished(statuses.get(item_id)))
    if (ours.length === 0) continue
    expect(open.has(day.date)).toBe(true)
    expect(day.minutes).toBeLessThanOrEqual(dayLimit)
    const left = ours.reduce((sum, { minutes }) => sum + minutes, 0)
    if (order.type === 'cut' && day.date === facts.today) expect(left).toBeLessThanOrEqual(order.minutes)
  }
}
