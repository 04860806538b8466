import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseHistory } from './history.models.ts'
import { createLookup } from './history-lookup.ts'

const leetcode = (slug: string) => `https://leetcode.com/problems/${slug}/`
const find = createLookup([
  { id: '1', slug: 'two-sum', number: 1, title: 'Two Sum', url: leetcode('two-sum'), own: false },
  { id: '15', slug: '3sum', number: 15, title: '3Sum', url: leetcode('3sum'), own: false },
  { id: '50', slug: 'powx-n', number: 50, title: 'Pow(x, n)', url: leetcode('powx-n'), own: false },
  { id: '121', slug: 'lru-cache', number: 146, title: 'LRU Cache', url: leetcode('lru-cache'), own: false },
  {
    id: 'own',
    slug: 'own-1',
    number: 1000001,
    title: 'Onsite',
    url: 'https://example.org/q/7?x=1',
    own: true,
  },
])
const read = (text: string) => parseHistory({ text, find, today: '2026-05-04' })
const one = (text: string) => {
  const [line] = read(text)
  return line && 'problem' in line
    ? [line.problem.slug, line.outcome, line.date, line.minutes]
    : [line && 'reason' in line ? line.reason : 'nothing']
}

describe('a line', () => {
  test.each([
    'two-sum',
    'TWO-SUM',
    ' two-sum ',
    '1',
    '#1',
    'LC 1',
    'leetcode-1',
    'Two Sum',
    'two  sum',
    '1. Two Sum',
    '7) Two Sum',
    '- Two Sum',
    '- [x] two-sum',
    '* https://leetcode.com/problems/two-sum/',
    'https://leetcode.com/problems/two-sum/description/?envType=study-plan',
    'https://leetcode.cn/problems/two-sum/solutions/1/',
    'http://www.lintcode.com/problem/two-sum',
    'https://neetcode.io/problems/two-sum?list=blind75',
    'HTTPS://LEETCODE.COM/PROBLEMS/TWO-SUM',
  ])('"%s" is Two Sum', (text) => {
    expect(one(text)).toEqual(['two-sum', 'solved', null, null])
  })

  test.each([
    ['Pow(x, n)', ['powx-n', 'solved', null, null]],
    ['3sum', ['3sum', 'solved', null, null]],
    ['https://example.org/q/7?x=1', ['own-1', 'solved', null, null]],
    ['Onsite', ['own-1', 'solved', null, null]],
    ['two-sum,2026-05-01', ['two-sum', 'solved', '2026-05-01', null]],
    ['two-sum, 2026-05-01, 25', ['two-sum', 'solved', '2026-05-01', 25]],
    ['two-sum\t25 min\t2026/5/1', ['two-sum', 'solved', '2026-05-01', 25]],
    ['"Pow(x, n)",2026-05-01', ['powx-n', 'solved', '2026-05-01', null]],
    ['1;2026-05-01T10:00:00Z;30', ['two-sum', 'solved', '2026-05-01', 30]],
    ['2026-05-01,15,Attempted', ['3sum', 'tried', '2026-05-01', null]],
    ['1,Two Sum,Easy,2026-05-01,stuck', ['two-sum', 'stuck', '2026-05-01', null]],
  ])('"%s" is read as %j', (text, expected) => {
    expect(one(text)).toEqual(expected)
  })

  test.each([
    ['no such thing', 'No problem of this name, link or number is known here.'],
    ['https://example.org/other', 'No problem of this name, link or number is known here.'],
    ['99999', 'No problem of this name, link or number is known here.'],
    ['1000001', 'No problem of this name, link or number is known here.'],
    ['two-sum,5/4/2026', 'Write the date "5/4/2026" as 2026-05-04.'],
    ['two-sum,2026-02-30', 'Write the date "2026-02-30" as 2026-05-04.'],
    ['two-sum,2026-05-05', 'The date 2026-05-05 is in the future.'],
    ['two-sum,1999-05-05', 'The date 1999-05-05 is too long ago.'],
    ['two-sum,2026-05-01,0', 'From 1 to 1440 minutes, not "0".'],
    ['two-sum,2026-05-01,10080', 'From 1 to 1440 minutes, not "10080".'],
    ['two-sum,2026-05-01,-5', 'From 1 to 1440 minutes, not "-5".'],
  ])('"%s" is told: %s', (text, reason) => {
    expect(one(text)).toEqual([reason])
  })
})

test('a header says what the columns are, in any order, and others are passed over', () => {
  const text =
    '\uFEFFDate,Difficulty,Title,Minutes,Status\r\n2026-05-01,Easy,Two Sum,25,Accepted\r\n,,3Sum,,tried\r\n'
  expect(
    read(text).map((line) => ('problem' in line ? [line.line, line.problem.slug] : line.reason)),
  ).toEqual([
    [2, 'two-sum'],
    [3, '3sum'],
  ])
  expect(one('url,time\nhttps://leetcode.com/problems/3sum/,12')).toEqual(['3sum', 'solved', null, 12])
  expect(one('title,status\nTwo Sum,perhaps')).toEqual([
    'Say solved, tried, stuck or skipped instead of "perhaps".',
  ])
})

test('empty lines count and say nothing', () => {
  expect(read('\n\ntwo-sum\n\n  \nnope').map(({ line }) => line)).toEqual([3, 6])
})

test('whatever is pasted, every line that says something is answered', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const lines = text
        .replace(/^\uFEFF/, '')
        .split(/\r\n|\r|\n/)
        .filter((line) => line.trim() !== '')
      const answered = read(text).length
      expect(answered === lines.length || answered === lines.length - 1).toBe(true)
    }),
  )
})
