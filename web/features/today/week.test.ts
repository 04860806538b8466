import type { PlanItemView, PlanJsonView } from '@codify/api/contract'
import { describe, expect, test } from 'vitest'
import { nextStudyDay, weekOf } from './week.ts'

const item = (id: string, minutes: number): PlanItemView => ({
  item_id: id,
  id,
  slug: id,
  title: id,
  topic: 'stack',
  difficulty: 'easy',
  kind: 'new',
  minutes,
  reason: '',
  evidence: [],
  status: 'open',
  attempt_id: null,
  actual_minutes: null,
  rating: null,
})
const day = (date: string, minutes: number, result: Partial<PlanItemView> = {}) => ({
  date,
  topic: 'stack',
  difficulty: 'easy' as const,
  reason: '',
  minutes,
  problems: [{ ...item(date, minutes), ...result }],
})
const plan: PlanJsonView = {
  weeks: [
    {
      index: 1,
      theme: '',
      minutes: 30,
      days: [day('2026-11-23', 30, { status: 'solved', actual_minutes: 25 })],
    },
    {
      index: 2,
      theme: '',
      minutes: 65,
      days: [day('2026-11-28', 20, { status: 'tried' }), day('2026-12-01', 45)],
    },
  ],
  start_date: '2026-11-21',
  end_date: '2026-12-02',
  source: 'rules',
  model: null,
  note: '',
  overflow: [],
  certificate: {
    rules: [],
    score: 90,
    parts: { spacing: 0, weak_topics: 0, interleaving: 0, ramp: 0, variety: 0, slack: 0, practice: 0 },
  },
  changes: null,
}

describe('this week at a glance', () => {
  test("is the plan's own week, which begins on its first day", () => {
    const week = weekOf({ plan, today: '2026-11-27' })
    expect(week?.map(({ date }) => date)).toEqual([
      '2026-11-21',
      '2026-11-22',
      '2026-11-23',
      '2026-11-24',
      '2026-11-25',
      '2026-11-26',
      '2026-11-27',
    ])
    expect(week?.[2]).toEqual({ date: '2026-11-23', planned: 30, done: 25, unrecorded: 0 })
  })

  test('ends where the plan ends', () => {
    const week = weekOf({ plan, today: '2026-11-28' })
    expect(week?.at(0)).toEqual({ date: '2026-11-28', planned: 20, done: 0, unrecorded: 1 })
    expect(week?.at(-1)?.date).toBe('2026-12-02')
  })

  test('is nothing outside the plan', () => {
    expect(weekOf({ plan, today: '2026-11-20' })).toBeUndefined()
    expect(weekOf({ plan, today: '2026-12-03' })).toBeUndefined()
  })
})

test('the next study day is the first one later than today', () => {
  expect(nextStudyDay(plan, '2026-11-23')?.date).toBe('2026-11-28')
  expect(nextStudyDay(plan, '2026-12-01')).toBeUndefined()
})
