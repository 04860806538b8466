import type { WhatIf } from '@codify/api/contract'
import { expect, test } from 'vitest'
import { whatIfWords } from './what-if-words.ts'

const present = { hours: 8, weeks: 4 }
const now: WhatIf = {
  hours_per_week: 8,
  weeks: 4,
  problems: 40,
  reviews: 20,
  overflow: 30,
  minutes: 1620,
  score: 95,
}

test('more hours say how many more would fit', () => {
  const would = { ...now, hours_per_week: 10, problems: 49, overflow: 21, minutes: 2052 }
  expect(whatIfWords({ present, asked: { hours: 10, weeks: 4 }, now, would })).toEqual({
    change: 'At 10 h a week, nine more problems would fit.',
    rest: 'That is 49 problems and 20 reviews in 34 h 12 min. 21 useful problems would still not fit.',
  })
})

test('fewer weeks are named, and large differences are written in digits', () => {
  const would = { ...now, weeks: 1, problems: 12, overflow: 58, minutes: 405 }
  const { change } = whatIfWords({ present, asked: { hours: 8, weeks: 1 }, now, would })
  expect(change).toBe('At 8 h a week for 1 week, 28 fewer problems would fit.')
})

test('a change that changes nothing says so', () => {
  const { change } = whatIfWords({ present, asked: { hours: 9, weeks: 4 }, now, would: now })
  expect(change).toBe('At 9 h a week, as many problems would fit as now.')
})

test('the present time is named as that', () => {
  const { change } = whatIfWords({ present, asked: present, now, would: now })
  expect(change).toBe('This is the time you have now.')
})

test('an interview that comes sooner is given as the reason for a shorter plan', () => {
  const would = { ...now, weeks: 2, overflow: 1 }
  const { rest } = whatIfWords({ present, asked: { hours: 12, weeks: 4 }, now, would })
  expect(rest).toContain('1 useful problem would still not fit.')
  expect(rest).toContain('Your interview comes sooner, so it would cover 2 weeks.')
})

test('a plan that holds everything says that nothing is left out', () => {
  const { rest } = whatIfWords({
    present,
    asked: { hours: 80, weeks: 4 },
    now,
    would: { ...now, overflow: 0 },
  })
  expect(rest).toContain('Nothing useful would be left out.')
})
