import type { PlanJson } from '@codify/api/contract'
import { describe, expect, test } from 'vitest'
import { itemsOf, outcomesByItem, progressOf } from './item-status.ts'
import { attemptAt, planOf } from './testing.ts'

const plan = planOf([
  ['2026-11-21', ['two-sum', 'anagram']],
  ['2026-11-25', ['two-sum']],
])
const utc = { timeZone: 'UTC', dayStartHour: 0 }
const made = (json: PlanJson) => ({ generated_at: '2026-11-21T07:00:00Z', plan_json: json })
const outcomes = (...attempts: ReturnType<typeof attemptAt>[]) =>
  outcomesByItem({ plan: made(plan), attempts, learnerDay: utc })

describe('how an item went', () => {
  test('is told by the newest attempt of its days', () => {
    const stuck = attemptAt('2026-11-21T08:00:00Z', 'two-sum', 'stuck')
    const solved = attemptAt('2026-11-22T08:00:00Z', 'two-sum', 'solved')
    expect(outcomes(solved, stuck)).toEqual({ '2026-11-21/two-sum': 'solved' })
  })

  test('a review is open until it is attempted on its day or later', () => {
    const first = attemptAt('2026-11-21T08:00:00Z', 'two-sum', 'solved')
    const again = attemptAt('2026-11-26T08:00:00Z', 'two-sum', 'tried')
    expect(outcomes(again, first)).toEqual({ '2026-11-21/two-sum': 'solved', '2026-11-25/two-sum': 'tried' })
  })

  test('work ahead of time counts for the first day', () => {
    const later = made(planOf([['2026-11-25', ['two-sum']]]))
    const early = [attemptAt('2026-11-22T08:00:00Z', 'two-sum', 'solved')]
    expect(outcomesByItem({ plan: later, attempts: early, learnerDay: utc })).toEqual({
      '2026-11-25/two-sum': 'solved',
    })
  })

  test('work done before the plan was made, be it on the same day, counts for nothing in it', () => {
    expect(outcomes(attemptAt('2026-11-21T06:59:00Z', 'two-sum', 'solved'))).toEqual({})
  })

  test("days are the learner's own", () => {
    const lateInTokyo = attemptAt('2026-11-24T16:00:00Z', 'two-sum', 'solved')
    expect(
      outcomesByItem({
        plan: made(plan),
        attempts: [lateInTokyo],
        learnerDay: { timeZone: 'Asia/Tokyo', dayStartHour: 0 },
      }),
    ).toEqual({
      '2026-11-25/two-sum': 'solved',
    })
  })

  test('and begin at their own hour', () => {
    const atNight = attemptAt('2026-11-25T02:00:00Z', 'two-sum', 'solved')
    const learnerDay = { timeZone: 'UTC', dayStartHour: 4 }
    expect(outcomesByItem({ plan: made(plan), attempts: [atNight], learnerDay })).toEqual({
      '2026-11-21/two-sum': 'solved',
    })
  })

  test('an attempt that names its item counts for that one', () => {
    const ahead = { ...attemptAt('2026-11-21T08:00:00Z', 'two-sum', 'solved'), item_id: '2026-11-25/two-sum' }
    expect(outcomes(ahead)).toEqual({ '2026-11-25/two-sum': 'solved' })
  })

  test('what was taken back counts nowhere', () => {
    const made = attemptAt('2026-11-21T08:00:00Z', 'two-sum', 'solved')
    expect(outcomes({ ...made, retracted_at: '2026-11-21T08:01:00Z' })).toEqual({})
  })

  test('skipped work is not practised', () => {
    const skipped = outcomes(attemptAt('2026-11-21T08:00:00Z', 'anagram', 'skipped'))
    expect(progressOf(itemsOf(plan), skipped)).toEqual({ planned: 3, practised: 0, solved: 0 })
  })
})
