import { describe, expect, test } from 'vitest'
import { statusesOf, toStatusFields } from './item-status.ts'
import type { AttemptFact } from './plans.facts.ts'
import type { ItemKind } from './plans.schemas.ts'

const item = (item_id: string, date: string, kind: ItemKind = 'new') => ({
  item_id,
  slug: item_id.replace(/ review$/, ''),
  kind,
  date,
})
const plan = [
  item('two-sum', '2026-11-21'),
  item('anagram', '2026-11-21'),
  item('two-sum review', '2026-11-25', 'review'),
]

function attempt(changes: Partial<AttemptFact>): AttemptFact {
  return {
    id: `${changes.date}/${changes.outcome}`,
    slug: 'two-sum',
    outcome: 'solved',
    minutes: null,
    rating: null,
    date: '2026-11-21',
    ...changes,
  }
}

/** The status of each item that is not open. */
function statuses(...attempts: AttemptFact[]) {
  const all = [...statusesOf(plan, attempts)]
  return Object.fromEntries(all.flatMap(([id, { status }]) => (status === 'open' ? [] : [[id, status]])))
}

describe('the status of an item', () => {
  test('comes from the latest attempt until it is solved', () => {
    const stuck = attempt({ outcome: 'stuck' })
    const tried = attempt({ outcome: 'tried', date: '2026-11-22' })
    const solved = attempt({ date: '2026-11-23' })
    expect(statuses(stuck, tried)).toEqual({ 'two-sum': 'tried' })
    expect(statuses(stuck, tried, solved)).toEqual({ 'two-sum': 'solved' })
    expect(statuses(solved, stuck)).toEqual({ 'two-sum': 'solved' })
  })

  test('is open for a review that is not due, whatever happens before', () => {
    const solved = attempt({})
    expect(statuses(solved, attempt({ outcome: 'stuck', date: '2026-11-24' }))).toEqual({
      'two-sum': 'solved',
    })
    const review = [item('two-sum review', '2026-11-25', 'review')]
    const early = attempt({ outcome: 'stuck', date: '2026-11-24' })
    expect(statusesOf(review, [early]).get('two-sum review')?.status).toBe('open')
    expect(statuses(solved, attempt({ outcome: 'tried', date: '2026-11-25' }))).toEqual({
      'two-sum': 'solved',
      'two-sum review': 'tried',
    })
  })

  test('follows the item that an attempt names', () => {
    expect(statuses(attempt({ item_id: 'two-sum review' }))).toEqual({ 'two-sum review': 'solved' })
    const corrected = attempt({ outcome: 'stuck', item_id: 'two-sum' })
    expect(statuses(attempt({ item_id: 'two-sum' }), corrected)).toEqual({ 'two-sum': 'stuck' })
  })

  test('is no concern of an attempt at another problem', () => {
    expect(statuses(attempt({ slug: '3sum', outcome: 'stuck' }))).toEqual({})
    expect(statuses(attempt({ slug: '3sum', item_id: 'two-sum review' }))).toEqual({})
  })

  test('stays after a skip of what is practised', () => {
    const skip = attempt({ outcome: 'skipped', date: '2026-11-22' })
    expect(statuses(attempt({}), skip)).toEqual({ 'two-sum': 'solved' })
    expect(statuses(attempt({ slug: 'anagram', outcome: 'skipped', item_id: 'anagram' }))).toEqual({
      anagram: 'skipped',
    })
  })
})

test('an item carries minutes and rating of the attempt that counts, and null for what was not recorded', () => {
  const made = attempt({ minutes: 25, rating: 'hard' })
  expect(toStatusFields({ status: 'solved', attempt: made })).toEqual({
    status: 'solved',
    attempt_id: made.id,
    actual_minutes: 25,
    rating: 'hard',
  })
  const open = { status: 'open', attempt_id: null, actual_minutes: null, rating: null }
  expect(toStatusFields(undefined)).toEqual(open)
})
