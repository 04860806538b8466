import { expect, test } from 'vitest'
import { type LoadInput, readLoad } from './load.models.ts'

// A Monday.
const today = '2026-05-04'
const all = [1, 2, 3, 4, 5, 6, 7]
const calm: LoadInput = {
  today,
  studyDays: all,
  breaks: [],
  limit: 60,
  reviewCap: null,
  plan: null,
  due: [],
}
const open = (slug: string, date: string, kind: 'new' | 'review', minutes = 20) => ({
  slug,
  date,
  kind,
  minutes,
})
const due = (slug: string, date: string, minutes = 20) => ({ slug, due: date, minutes })
const reviews = (input: Partial<LoadInput>) => {
  const load = readLoad({ ...calm, ...input })
  const busy = load.days.filter((day) => day.review_minutes > 0)
  return {
    ...Object.fromEntries(busy.map((day) => [day.date, day.review_minutes])),
    waiting: load.waiting_minutes,
  }
}

test('the plan says what lies ahead; what a past day left open is for today', () => {
  const plan = {
    end: '2026-05-05',
    open: [
      open('a', '2026-05-03', 'new'),
      open('b', today, 'new'),
      open('c', today, 'review', 10),
      open('d', '2026-05-05', 'review', 15),
      open('e', '2026-05-30', 'new'),
    ],
  }
  const { days, limit } = readLoad({ ...calm, plan })
  expect(days).toHaveLength(14)
  expect(limit).toBe(60)
  expect(days[0]).toMatchObject({ date: today, new_minutes: 40, review_minutes: 10, planned: true })
  expect(days[1]).toMatchObject({ date: '2026-05-05', new_minutes: 0, review_minutes: 15, planned: true })
  expect(days[2]).toMatchObject({ new_minutes: 0, review_minutes: 0, planned: false, free: null })
  expect(days.at(-1)?.date).toBe('2026-05-17')
})

test('reviews that fall due come after the plan, unless it holds them', () => {
  const plan = { end: '2026-05-06', open: [open('a', '2026-05-05', 'review', 10)] }
  expect(
    reviews({ plan, due: [due('a', '2026-05-04'), due('b', '2026-05-05'), due('c', '2026-05-08')] }),
  ).toEqual({ '2026-05-05': 10, '2026-05-07': 20, '2026-05-08': 20, waiting: 0 })
})

test('a day takes no more than its limit, but one review always', () => {
  const late = ['a', 'b', 'c', 'd'].map((slug) => due(slug, '2026-05-01', 25))
  expect(reviews({ due: [...late, due('e', '2026-05-10', 90)] })).toEqual({
    '2026-05-04': 50,
    '2026-05-05': 50,
    '2026-05-10': 90,
    waiting: 0,
  })
})

test('days off and days without study stay free, and say why', () => {
  const input = { studyDays: [1, 3], breaks: [{ from: '2026-05-06', to: '2026-05-10' }] }
  expect(reviews({ ...input, due: [due('a', '2026-05-05')] })).toEqual({ '2026-05-11': 20, waiting: 0 })
  const { days } = readLoad({ ...calm, ...input })
  expect(days.slice(0, 3).map(({ free }) => free)).toEqual([null, 'no_study_day', 'break'])
})

test('the reviews of a day are capped, and what finds no room is told', () => {
  const many = Array.from({ length: 20 }, (_, at) => due(`p${at}`, '2026-05-01', 10))
  const load = readLoad({ ...calm, reviewCap: 1, due: many })
  expect(load.days.every((day) => day.review_minutes === 10)).toBe(true)
  expect(load.waiting_minutes).toBe(60)
})
