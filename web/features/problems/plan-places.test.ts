import type { PlanItem, PlanJson } from '@codify/api/contract'
import { describe, expect, it } from 'vitest'
import { findPlanPlaces, plannedDays } from './plan-places.ts'

const item = (slug: string, kind: PlanItem['kind']): PlanItem => ({
  item_id: `${slug}-${kind}`,
  id: slug,
  slug,
  title: slug,
  topic: 'trees',
  difficulty: 'easy',
  kind,
  minutes: 20,
  reason: `because of ${kind}`,
  evidence: [],
})
const day = (date: string, problems: PlanItem[]) => ({
  date,
  topic: 'trees',
  difficulty: 'easy' as const,
  reason: '',
  minutes: 20,
  problems,
})
const plan: PlanJson = {
  weeks: [
    { index: 2, theme: '', minutes: 20, days: [day('2026-12-05', [item('same-tree', 'review')])] },
    {
      index: 1,
      theme: '',
      minutes: 40,
      days: [day('2026-12-01', [item('two-sum', 'new'), item('same-tree', 'new')])],
    },
  ],
  start_date: '2026-12-01',
  end_date: '2026-12-14',
  source: 'rules',
  model: null,
  note: '',
  overflow: [{ slug: 'word-ladder', minutes: 40, reason: 'no room' }],
  certificate: {
    rules: [],
    score: 90,
    parts: { spacing: 0, weak_topics: 0, interleaving: 0, ramp: 0, variety: 0, slack: 0, practice: 0 },
  },
  changes: null,
}

describe('where a problem stands in a plan', () => {
  it('is each of its days, the earliest first', () => {
    const { places } = findPlanPlaces({ plan, slug: 'same-tree', today: '2026-12-01' })
    expect(places.map(({ date, kind, reason }) => [date, kind, reason])).toEqual([
      ['2026-12-01', 'new', 'because of new'],
      ['2026-12-05', 'review', 'because of review'],
    ])
  })

  it('is nowhere for a problem that the plan does not name', () => {
    expect(findPlanPlaces({ plan, slug: 'jump-game', today: '2026-12-01' })).toEqual({
      places: [],
      next: null,
      overflow: undefined,
    })
  })

  it('is the overflow for what did not fit', () => {
    expect(findPlanPlaces({ plan, slug: 'word-ladder', today: '2026-12-01' })).toEqual({
      places: [],
      next: null,
      overflow: 'no room',
    })
  })
})

it.each([
  ['2026-12-01', '2026-12-01'],
  ['2026-12-02', '2026-12-05'],
  ['2026-12-06', null],
])('on the learner’s %s it comes next on %s', (today, next) => {
  expect(findPlanPlaces({ plan, slug: 'same-tree', today }).next).toBe(next)
  expect(plannedDays(plan, today)['same-tree'] ?? null).toBe(next)
})
