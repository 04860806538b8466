import { readCatalogue } from '@codify/seeds'
import { describe, expect, it } from 'vitest'
import { makePlan } from '../make/planner.ts'
import type { PlanJson } from '../plans.schemas.ts'
import { repack } from '../repack/repack.ts'
import type { RepackOrder } from '../repack/repack.types.ts'
import { someFacts } from '../testing/facts.ts'
import { goodModel, seeded } from '../testing/fake-models.ts'
import { untrueWords } from '../testing/true-words.ts'
import { listItems } from '../verify/verified-plan.ts'

const basis = await readCatalogue()
const facts = someFacts(
  basis,
  { hours_per_week: 14, timeline_weeks: 2 },
  {
    community: [
      { slug: 'valid-palindrome', weight: 0.5, upvotes: 9, too_hard: 0, good_intro: 4, pattern_practice: 0 },
    ],
    similar: [{ ref: 'trees', kind: 'topic', finding: 'found_hard', learners: 5, of: 9 }],
  },
)
/** As a change of a stored plan finds them. */
const later = { ...facts, community: [], similar: [], knowledge: [] }

function changed(plan: PlanJson, order: RepackOrder): PlanJson {
  const result = repack({ facts: later, plan, cards: [], reviewCap: null, order, seed: 'seed' })
  if (!result.ok) throw new Error(result.detail)
  return result.plan
}

describe('a plan that was changed', () => {
  const plan = makePlan({ facts, proposal: null, model: null, seed: 'seed' })

  it('says of no item what is no longer so', () => {
    for (const { item_id: itemId } of listItems(plan)) {
      for (const type of ['later', 'skip'] as const) {
        const result = repack({
          facts: later,
          plan,
          cards: [],
          reviewCap: null,
          order: { type, itemId },
          seed: 'seed',
        })
        if (!result.ok) expect(result.reason).toBe('no_room')
        else expect(untrueWords(result.plan, () => true)).toEqual([])
      }
    }
  })

  it('keeps its words where they still hold', () => {
    const before = new Map(listItems(plan).map((item) => [item.item_id, item]))
    const [first] = listItems(plan)
    const after = listItems(changed(plan, { type: 'later', itemId: first?.item_id ?? '' }))
    const same = after.filter(({ item_id, reason }) => before.get(item_id)?.reason === reason)
    expect(same.length).toBeGreaterThan(0.8 * after.length)
    expect(same.length).toBeLessThan(after.length)
  })

  it('names in its weeks the topics that are left, unless a model named them', () => {
    const known = { ...later, intake: { ...later.intake, known_topics: ['binary-search'] } }
    const without = (of: PlanJson) => {
      const result = repack({
        facts: known,
        plan: of,
        cards: [],
        reviewCap: null,
        order: { type: 'refresh' },
        seed: 'seed',
      })
      if (!result.ok) throw new Error(result.detail)
      return result.plan.weeks.map(({ theme }) => theme)
    }
    expect(plan.weeks[0]?.theme).toMatch(/Binary Search/)
    expect(without(plan).join()).not.toMatch(/Binary Search/)
    const named = plan.weeks.map((week) => ({ ...week, theme: 'Search first' }))
    expect(without({ ...plan, weeks: named })[0]).toBe('Search first')
  })

  it('keeps a model’s words wherever its items go', () => {
    const reason = 'Arrays and pointers in one: worth your time at this level.'
    const answer = goodModel(facts, seeded(7))
    const proposal = {
      weeks: answer.weeks.map(({ theme, days }) => ({
        theme,
        days: days.map(({ problems }) => ({ problems: problems.map(({ id }) => ({ id, reason })) })),
      })),
    }
    const proposed = makePlan({ facts, proposal, model: 'some-model', seed: 'seed' })
    const spoken = listItems(proposed).filter((item) => item.reason === reason)
    expect(spoken.length).toBeGreaterThan(5)
    const after = new Map(
      listItems(changed(proposed, { type: 'later', itemId: spoken[0]?.item_id ?? '' })).map((item) => [
        item.item_id,
        item,
      ]),
    )
    for (const { item_id } of spoken) expect(after.get(item_id)?.reason ?? reason).toBe(reason)
  })
})
