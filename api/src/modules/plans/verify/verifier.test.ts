import { readCatalogue } from '@codify/seeds'
import { describe, expect, it } from 'vitest'
import { makePlan } from '../make/planner.ts'
import type { PlanFacts } from '../plans.facts.ts'
import type { PlanItem, PlanJson, RuleId } from '../plans.schemas.ts'
import { someAttempt, someFacts } from '../testing/facts.ts'
import { verifyPlan } from './verifier.ts'

const basis = await readCatalogue()
const facts = someFacts(basis, {}, { attempts: [someAttempt('two-sum', 'solved', '2026-02-20')] })
const good = makePlan({ facts, proposal: null, model: null, seed: 'good' })

/** Plants a bug in a copy of a good plan and answers the rules that notice. */
function noticed(plant: (plan: PlanJson) => void, given: PlanFacts = facts, from: PlanJson = good): RuleId[] {
  const plan = structuredClone(from)
  plant(plan)
  for (const week of plan.weeks) {
    for (const day of week.days) day.minutes = sum(day.problems)
    week.minutes = sum(week.days)
  }
  return verifyPlan({ plan, facts: given })
    .rules.filter(({ passed }) => !passed)
    .map(({ id }) => id)
}

function sum(parts: { minutes: number }[]): number {
  return parts.reduce((total, { minutes }) => total + minutes, 0)
}

function itemsOf(plan: PlanJson): PlanItem[] {
  return plan.weeks.flatMap(({ days }) => days.flatMap(({ problems }) => problems))
}

function find(plan: PlanJson, wanted: (item: PlanItem) => boolean): PlanItem {
  const item = itemsOf(plan).find(wanted)
  if (!item) throw new Error('the plan has no such item')
  return item
}

/** Gives an item another problem of the catalogue, keeping its place. */
function become(item: PlanItem, slug: string) {
  const problem = basis.problems.find((one) => one.slug === slug)
  if (!problem) throw new Error(`no problem ${slug}`)
  const { id, title, topic, difficulty, minutes } = problem
  Object.assign(item, { id, slug, title, topic, difficulty, minutes })
}

function unplanned(wanted: (problem: (typeof basis.problems)[number]) => boolean): string {
  const planned = new Set(itemsOf(good).map(({ slug }) => slug))
  const found = basis.problems.find((problem) => !planned.has(problem.slug) && wanted(problem))
  if (!found) throw new Error('no such problem is left')
  return found.slug
}

describe('the verifier', () => {
  it('passes a good plan on every rule, and tells why', () => {
    expect(noticed(() => {})).toEqual([])
    expect(good.certificate.rules.map(({ id }) => id)).toEqual([
      'H0',
      'H1',
      'H2',
      'H3',
      'H4',
      'H5',
      'H6',
      'H7',
      'H8',
      'H9',
      'H10',
    ])
    expect(good.certificate.rules.every(({ detail }) => detail.length > 10)).toBe(true)
  })

  it('H0 notices a week without an item', () => {
    expect(noticed((plan) => plan.weeks[2]?.days.splice(0))).toContain('H0')
  })

  it('H0 notices time left unused', () => {
    const thin = (plan: PlanJson) => {
      for (const { days } of plan.weeks) days.splice(2)
    }
    expect(noticed(thin)).toContain('H0')
  })

  it('H1 notices what is not in the catalogue', () => {
    expect(
      noticed((plan) =>
        Object.assign(
          find(plan, () => true),
          { slug: 'made-up' },
        ),
      ),
    ).toContain('H1')
  })

  it('H1 notices a problem that needs a subscription, unless that is allowed', () => {
    const slug = unplanned(({ premium, topic, minutes }) => premium && topic === 'graphs' && minutes <= 30)
    const plant = (plan: PlanJson) =>
      become(
        find(plan, ({ topic, kind }) => topic === 'graphs' && kind === 'new'),
        slug,
      )
    expect(noticed(plant)).toContain('H1')
    expect(noticed(plant, someFacts(basis, { allow_premium: true }, facts))).not.toContain('H1')
  })

  it('H1 notices a difficulty that is not the catalogue’s', () => {
    const plant = (plan: PlanJson) => {
      find(plan, ({ difficulty }) => difficulty === 'medium').difficulty = 'easy'
    }
    expect(noticed(plant)).toContain('H1')
  })

  it('H2 notices a topic before the one it builds on', () => {
    const slug = unplanned(({ topic, difficulty }) => topic === 'advanced-graphs' && difficulty === 'medium')
    expect(
      noticed((plan) =>
        become(
          find(plan, () => true),
          slug,
        ),
      ),
    ).toContain('H2')
  })

  it('H3 notices a week over the hours', () => {
    const shorter = someFacts(basis, { hours_per_week: 6 }, facts)
    expect(noticed(() => {}, shorter)).toContain('H3')
  })

  it('H3 notices a day over its share', () => {
    const plant = (plan: PlanJson) => {
      const [first, ...rest] = plan.weeks[0]?.days ?? []
      for (const day of rest) first?.problems.push(...day.problems.splice(1))
    }
    expect(noticed(plant)).toContain('H3')
  })

  it('H3 notices minutes that are not the catalogue’s', () => {
    const plant = (plan: PlanJson) => {
      find(plan, ({ kind }) => kind === 'new').minutes -= 10
    }
    expect(noticed(plant)).toContain('H3')
  })

  it('H4 notices a problem that is new twice', () => {
    const plant = (plan: PlanJson) => {
      const first = find(plan, ({ kind }) => kind === 'new')
      const last = itemsOf(plan).findLast(({ kind }) => kind === 'new')
      if (last) become(last, first.slug)
    }
    expect(noticed(plant)).toContain('H4')
  })

  it('H4 notices a review on the day of what it reviews', () => {
    const plant = (plan: PlanJson) => {
      const day = plan.weeks[0]?.days[0]
      const first = day?.problems.find(({ kind }) => kind === 'new')
      if (day && first)
        day.problems.push({ ...first, item_id: crypto.randomUUID(), kind: 'review', minutes: 10 })
    }
    expect(noticed(plant)).toContain('H4')
  })

  it('H4 notices a review of what was only skipped', () => {
    const skipped = someFacts(basis, {}, { attempts: [someAttempt('two-sum', 'skipped', '2026-02-20')] })
    const plant = (plan: PlanJson) => {
      for (const item of itemsOf(plan)) if (item.kind === 'review') become(item, 'two-sum')
    }
    expect(noticed(plant, skipped)).toContain('H4')
  })

  it('H5 notices a day outside the plan, off the study days, or out of order', () => {
    const move = (date: string) => (plan: PlanJson) => {
      const day = plan.weeks[0]?.days[0]
      if (day) day.date = date
    }
    expect(noticed(move('2026-02-28'))).toContain('H5')
    expect(noticed(move('2026-03-20'))).toContain('H5')
    expect(noticed(() => {}, someFacts(basis, { study_days: [1, 2, 3] }, facts))).toContain('H5')
  })

  it('H6 notices a hard new problem before a medium one of its topic', () => {
    const slug = unplanned(({ topic, difficulty }) => topic === 'arrays-hashing' && difficulty === 'hard')
    expect(
      noticed((plan) =>
        become(
          find(plan, () => true),
          slug,
        ),
      ),
    ).toContain('H6')
  })

  it('H7 notices something solved that comes as new', () => {
    const plant = (plan: PlanJson) =>
      become(
        find(plan, ({ kind }) => kind === 'new'),
        'two-sum',
      )
    expect(noticed(plant)).toContain('H7')
  })

  it.each([
    ['no evidence', []],
    ['an attempt that was never made', [{ type: 'attempt', ref: 'none', text: 'You solved it.' }]],
    [
      'an edge that is not there',
      [{ type: 'prerequisite', ref: 'graphs>arrays-hashing', text: 'Builds on it.' }],
    ],
    ['a community figure that nobody gave', [{ type: 'community', ref: 'two-sum', text: '99 upvotes.' }]],
    [
      'a rating that was not given',
      [{ type: 'intake', ref: 'topic_confidence', text: 'You rated it 5 of 5.' }],
    ],
    ['a field that does not exist', [{ type: 'intake', ref: 'favourite_colour', text: 'Blue.' }]],
    ['similar learners that are not there', [{ type: 'similar', ref: 'trees', text: '9 of 10 learners.' }]],
    ['a note of another topic', [{ type: 'knowledge', ref: 'no-topic', text: 'A note.' }]],
  ] as const)('H8 notices %s', (_, evidence) => {
    const plant = (plan: PlanJson) => {
      find(plan, ({ topic }) => topic === 'trees').evidence = evidence.map((piece) => ({ ...piece }))
    }
    expect(noticed(plant)).toEqual(['H8'])
  })

  it('H8 notices a figure that is not the fact’s', () => {
    const community = [
      { slug: 'two-sum', weight: 1, upvotes: 12, too_hard: 0, good_intro: 3, pattern_practice: 0 },
    ]
    const given = someFacts(basis, {}, { ...facts, community })
    const say = (text: string) => (plan: PlanJson) => {
      const item = find(plan, ({ kind }) => kind === 'review')
      become(item, 'two-sum')
      Object.assign(item, { minutes: 10, evidence: [{ type: 'community', ref: 'two-sum', text }] })
    }
    expect(noticed(say('12 upvotes from learners here.'), given)).not.toContain('H8')
    expect(noticed(say('13 upvotes from learners here.'), given)).toContain('H8')
    expect(noticed(say('Many upvotes.'), given)).toContain('H8')
  })

  it('H8 notices a reason that is not plain text', () => {
    const plant = (plan: PlanJson) => {
      find(plan, () => true).reason = 'See https://evil.example'
    }
    expect(noticed(plant)).toEqual(['H8'])
  })

  it('H9 notices a started item that is gone or has lost its id', () => {
    const begun = itemsOf(good)[0]
    if (!begun) throw new Error('the plan is empty')
    const attempts = [...facts.attempts, someAttempt(begun.slug, 'tried', '2026-03-02')]
    const later = someFacts(basis, {}, { ...facts, attempts, previous: good, today: '2026-03-04' })
    const next = makePlan({ facts: later, proposal: null, model: null, seed: 'next' })
    expect(itemsOf(next).find(({ slug }) => slug === begun.slug)).toMatchObject({
      item_id: begun.item_id,
      kind: 'review',
    })
    const rename = (plan: PlanJson) => {
      find(plan, ({ item_id }) => item_id === begun.item_id).item_id = crypto.randomUUID()
    }
    const remove = (plan: PlanJson) => {
      for (const day of plan.weeks.flatMap(({ days }) => days))
        day.problems = day.problems.filter(({ slug }) => slug !== begun.slug)
    }
    expect(noticed(rename, later, next)).toContain('H9')
    expect(noticed(remove, later, next)).toContain('H9')
  })

  it('H10 notices a useful problem that is neither planned nor listed', () => {
    expect(noticed((plan) => plan.overflow.shift())).toEqual(['H10'])
  })
})
