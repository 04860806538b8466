import type { PlanJson } from '@codify/api/contract'
import { describe, expect, test } from 'vitest'
import { itemsOf, minutesLeft, openFromEarlier, outcomesByItem, progressOf } from './item-status.ts'
import { attemptAt, planOf } from './testing.ts'

const plan = planOf([
  ['2026-11-21', ['two-sum', 'anagram']],
  ['2026-11-25', ['two-sum']],
])
const made = (json: PlanJson) => ({ generated_at: '2026-11-21T07:00:00Z', plan_json: json })
const outcomes = (...attempts: ReturnType<typeof attemptAt>[]) =>
  outcomesByItem({ plan: made(plan), attempts, timeZone: 'UTC' })

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
    expect(outcomesByItem({ plan: later, attempts: early, timeZone: 'UTC' })).toEqual({
      '2026-11-25/two-sum': 'solved',
    })
  })

  test('work done before the plan was made, be it on the same day, counts for nothing in it', () => {
    expect(outcomes(attemptAt('2026-11-21T06:59:00Z', 'two-sum', 'solved'))).toEqual({})
  })

  test("days are the learner's own", () => {
    const lateInTokyo = attemptAt('2026-11-24T16:00:00Z', 'two-sum', 'solved')
    expect(outcomesByItem({ plan: made(plan), attempts: [lateInTokyo], timeZone: 'Asia/Tokyo' })).toEqual({
      '2026-11-25/two-sum': 'solved',
    })
  })

  test('skipped work is neither practised nor left to do', () => {
    const skipped = outcomes(attemptAt('2026-11-21T08:00:00Z', 'anagram', 'skipped'))
    expect(progressOf(itemsOf(plan), skipped)).toEqual({ planned: 3, practised: 0, solved: 0 })
    expect(
      minutesLeft(
        itemsOf(plan).map(({ item }) => item),
        skipped,
      ),
    ).toBe(40)
  })

  test('what is left from earlier days is what has no outcome and has not come up again', () => {
    const left = (today: string) =>
      openFromEarlier({ plan, outcomes: {}, today }).map(({ item }) => item.item_id)
    expect(left('2026-11-21')).toEqual([])
    expect(left('2026-11-24')).toEqual(['2026-11-21/two-sum', '2026-11-21/anagram'])
    expect(left('2026-11-25')).toEqual(['2026-11-21/anagram'])
  })
})
