import { describe, expect, test } from 'vitest'
import { formatDay } from '../../lib/calendar-day.ts'
import { addedInWords, broughtBackInWords, landedOn, skippedInWords } from './words.ts'

const item = (slug: string) => ({
  item_id: `00000000-0000-4000-8000-${slug.padEnd(12, '0')}`,
  slug,
  title: slug,
})
const to = { to: '2026-03-03', reason: 'Because.' }
const from = { from: '2026-03-02', reason: 'Because.' }
const none = { revision: 1, cause: 'add' as const, moved: [], dropped: [], added: [] }

describe('a problem that was added', () => {
  test('is told with its day and with what gave way', () => {
    const change = {
      ...none,
      added: [{ ...item('a'), ...to }],
      moved: [{ ...item('b'), ...from, ...to }],
      dropped: [{ ...item('c'), ...from }],
    }
    expect(addedInWords({ slug: 'a', title: 'A', change })).toEqual({
      title: `A is in your plan, on ${formatDay('2026-03-03')}`,
      description: '1 problem moved, 1 problem gave way.',
    })
    expect(landedOn('b', change)).toBeUndefined()
  })

  test('alone needs no more words', () => {
    const change = { ...none, added: [{ ...item('a'), ...to }] }
    expect(addedInWords({ slug: 'a', title: 'A', change })).toEqual({
      title: `A is in your plan, on ${formatDay('2026-03-03')}`,
    })
    expect(addedInWords({ slug: 'a', title: 'A', change: null })).toEqual({ title: 'A is in your plan' })
  })
})

test('a skipped topic is told with what left and what came in its place', () => {
  const change = {
    ...none,
    dropped: [
      { ...item('a'), ...from },
      { ...item('b'), ...from },
    ],
    added: [{ ...item('c'), ...to }],
  }
  expect(skippedInWords('Trees', change)).toEqual({
    title: 'Trees: skipped',
    description: '2 problems left your plan. 1 problem came in.',
  })
  expect(skippedInWords('Trees', null).description).toBe('New plans leave it out.')
  expect(broughtBackInWords('Trees', change).description).toContain('came in')
  expect(broughtBackInWords('Trees', null).description).toContain('as they were')
})
