import { expect, test } from 'vitest'
import { count, countProblems } from './count.ts'

test.each([
  [0, '0 days'],
  [1, '1 day'],
  [2, '2 days'],
  [21, '21 days'],
])('%i as a number with its unit', (amount, words) => {
  expect(count(amount, 'day')).toBe(words)
})

test('a plural of its own', () => {
  expect(count(1, 'try', 'tries')).toBe('1 try')
  expect(count(3, 'try', 'tries')).toBe('3 tries')
})

test('a problem and its review are one problem', () => {
  expect(countProblems([{ slug: 'two-sum' }, { slug: 'two-sum' }])).toBe('1 problem')
})
