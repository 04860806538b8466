import type { Load, ProgressWeek } from '@codify/api/contract'
import { describe, expect, test } from 'vitest'
import { aTopic } from './testing.ts'
import {
  gapInWords,
  loadInWords,
  mapInWords,
  paceInWords,
  ratingsInWords,
  shownWeeks,
  weeksInWords,
  yearInWords,
} from './words.ts'

function weeks(...minutes: [planned: number, actual: number][]): ProgressWeek[] {
  return minutes.map(([planned, actual], at) => ({
    from: `2026-05-${String(at + 1).padStart(2, '0')}`,
    to: '2026-05-31',
    planned,
    actual,
    unrecorded: 0,
    days: [],
  }))
}
const none: [number, number][] = Array.from({ length: 6 }, () => [0, 0])

describe('weeks', () => {
  test('begin with the first that has anything in it, four at least', () => {
    expect(shownWeeks(weeks(...none, [60, 30], [0, 0], [60, 0], [60, 50], [10, 0]))).toHaveLength(5)
    expect(shownWeeks(weeks(...none, [60, 30]))).toHaveLength(4)
    expect(shownWeeks(weeks(...none))).toEqual([])
  })

  test.each([
    [weeks(...none), 'Nothing was planned or practised in the last twelve weeks.'],
    [weeks(...none, [0, 75]), 'You practised 1 h 15 min in 4 weeks, without a plan for them.'],
    [
      weeks(...none, [60, 30], [60, 60]),
      'You practised 1 h 30 min in 4 weeks; 2 h were planned. This week goes up to today.',
    ],
  ])('in words %#', (of, words) => {
    expect(weeksInWords(of)).toBe(words)
  })
})

test('a year in words', () => {
  const year = { from: '2025-05-05', to: '2026-05-05' }
  expect(yearInWords({ ...year, minutes: 0, attempts: 0, unrecorded: 0, days: [] })).toBe(
    'No practice in the last year yet.',
  )
  const first = { date: '2026-05-05', minutes: 20, attempts: 1, unrecorded: 0 }
  expect(yearInWords({ ...year, minutes: 20, attempts: 1, unrecorded: 0, days: [first] })).toBe(
    'You practised on 1 day of the last year: 20 min in 1 attempt.',
  )
  const before = { date: '2026-04-05', minutes: 60, attempts: 2, unrecorded: 1 }
  expect(yearInWords({ ...year, minutes: 80, attempts: 3, unrecorded: 1, days: [before, first] })).toBe(
    'You practised on 2 days of the last year: 1 h 20 min in 3 attempts (1 attempt without minutes), most of it in April 2026.',
  )
})

describe('the load in words', () => {
  const day = (date: string, fresh: number, reviews: number): Load['days'][number] => ({
    date,
    new_minutes: fresh,
    review_minutes: reviews,
    planned: true,
    free: null,
  })
  const load = (...days: Load['days']): Load => ({ limit: 90, days, waiting_minutes: 0 })

  test('names the whole, the reviews and the fullest day', () => {
    expect(loadInWords(load(day('2026-05-04', 40, 10), day('2026-05-05', 60, 0)), '2026-05-05')).toBe(
      '1 h 50 min lie ahead, 10 min of it reviews. The fullest day is Tue 5 May with 1 h.',
    )
  })

  test('says when the plan ends within them, and what finds no room', () => {
    const ahead = { ...load(day('2026-05-04', 0, 30), day('2026-05-05', 0, 0)), waiting_minutes: 15 }
    expect(loadInWords(ahead, '2026-05-04')).toBe(
      '30 min lie ahead, 30 min of it reviews. The fullest day is Mon 4 May with 30 min. After Mon 4 May, when the plan ends, only reviews that fall due are counted. 15 min of reviews find no room in these days.',
    )
  })

  test('and when there is nothing', () => {
    expect(loadInWords(load(day('2026-05-04', 0, 0)), null)).toBe(
      'Nothing is planned and no review falls due in the next 14 days.',
    )
  })
})

test('a pace is told from five solves on', () => {
  const pace = { estimated: 20, actual: 24 }
  expect(paceInWords([{ difficulty: 'easy', solves: 4, ratio: 1.2, ...pace }])).toBe(
    'From 5 first solves with minutes of a difficulty on, this says how your time compares.',
  )
  expect(
    paceInWords([
      { difficulty: 'easy', solves: 5, ratio: 1.02, ...pace },
      { difficulty: 'medium', solves: 8, ratio: 1.2, ...pace },
      { difficulty: 'hard', solves: 9, ratio: 0.8, ...pace },
    ]),
  ).toBe(
    'Easy problems take as long as estimated, medium problems take 20% longer than estimated and hard problems take 20% less than estimated.',
  )
})

test('ratings against what was measured', () => {
  expect(ratingsInWords([aTopic({ slug: 'a', selfRating: 2, attempts: 1 })])).toBe(
    'Nothing is measured yet: a topic needs three attempts, on two days, at two problems.',
  )
  const rated = (selfRating: number | null, measuredRating: number | null) =>
    aTopic({ slug: `${selfRating}${measuredRating}`, selfRating, measuredRating })
  expect(ratingsInWords([rated(2, 4), rated(4, 1), rated(5, 4), rated(3, null), rated(null, 3)])).toBe(
    '1 topic goes better than you said and 2 worse than you said. What is measured counts in your next plan, instead of what you said.',
  )
  expect(ratingsInWords([rated(null, 3)])).toBe(
    'What is measured counts in your next plan, instead of what you said.',
  )
  expect([rated(2, 4), rated(4, 1), rated(3, 3), rated(null, 3), rated(2, null)].map(gapInWords)).toEqual([
    '2 higher',
    '3 lower',
    'the same',
    'not rated',
    'not measured yet',
  ])
})

test('the map in words', () => {
  const topics = (['solid', 'new', 'learning', 'new'] as const).map((level) => aTopic({ slug: level, level }))
  expect(mapInWords(topics)).toBe('Of 4 topics 1 is solid, 1 is learning and 2 are new.')
})
