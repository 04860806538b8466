import { describe, expect, test } from 'vitest'
import { catalogue, createReader } from './testing.ts'

const { read, one } = createReader({ now: new Date('2026-11-29T12:00:00Z') })

/** Returns for each line the attempt, or why there is none. */
const all = (text: string, options = {}) => read(text, options).map(({ line, said }) => [line, ...said])

describe('one line of a list', () => {
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
    '* [X] **Two Sum**',
    '1. [✓] Two Sum',
    '☑ Two Sum',
    '✅ Two Sum',
    'Two Sum ✔️',
    'Two Sum (Easy)',
    'LC 1 - Two Sum',
    'Two Sum (#1)',
    'LeetCode 1: Two Sum',
    'Solved: Two Sum',
    'Two Sum - done',
    '* https://leetcode.com/problems/two-sum/',
    '- [x] [Two Sum](https://leetcode.com/problems/two-sum/)',
    '[1. Two Sum](https://leetcode.com/problems/two-sum/ "a title")',
    '<https://leetcode.com/problems/two-sum/>',
    'leetcode.com/problems/two-sum',
    'Two Sum https://leetcode.com/problems/two-sum/',
    'https://leetcode.com/problems/two-sum/description/?envType=study-plan',
    'https://leetcode.cn/problems/two-sum/solutions/1/',
    'http://www.lintcode.com/problem/two-sum',
    'https://neetcode.io/problems/two-sum?list=blind75',
    'HTTPS://LEETCODE.COM/PROBLEMS/TWO-SUM',
    'Two Sum - hash map, one pass',
    'Two Sum - spent time on a different argument',
    '217 | Two Sum',
  ])('"%s" is Two Sum, and says no day', (text) => {
    expect(one(text)).toEqual(['two-sum', 'solved', 'date?', null])
  })

  test.each([
    ['Pow(x, n)', ['powx-n', 'solved', 'date?', null]],
    ['3sum', ['3sum', 'solved', 'date?', null]],
    ['01 Matrix', ['01-matrix', 'solved', 'date?', null]],
    [
      'Two Sum II - Input Array Is Sorted - tried',
      ['two-sum-ii-input-array-is-sorted', 'tried', 'date?', null],
    ],
    [
      'Implement Trie (Prefix Tree), solved, 2026-03-01',
      ['implement-trie-prefix-tree', 'solved', '2026-03-01', null],
    ],
    ['https://example.org/q/7?x=1,2', ['own-1', 'solved', 'date?', null]],
    ['Onsite of 2026-01-02', ['own-1', 'solved', 'date?', null]],
    ['two-sum,2026-05-01', ['two-sum', 'solved', '2026-05-01', null]],
    ['two-sum, 2026-05-01, 25', ['two-sum', 'solved', '2026-05-01', 25]],
    ['two-sum\t25 min\t2026/5/1', ['two-sum', 'solved', '2026-05-01', 25]],
    ['"Pow(x, n)",2026-05-01', ['powx-n', 'solved', '2026-05-01', null]],
    ['Pow(x, n),2026-05-01', ['powx-n', 'solved', '2026-05-01', null]],
    ['1;2026-05-01T10:00:00Z;30', ['two-sum', 'solved', '2026-05-01', 30]],
    ['2026-05-01,15,Attempted', ['3sum', 'tried', '2026-05-01', null]],
    ['1,Two Sum,Easy,2026-05-01,stuck', ['two-sum', 'stuck', '2026-05-01', null]],
    ['2026-11-20 Climbing Stairs', ['climbing-stairs', 'solved', '2026-11-20', null]],
    ['Climbing Stairs 2 Mar 2026', ['climbing-stairs', 'solved', '2026-03-02', null]],
    ['[2026-03-02] Climbing Stairs — 25 min', ['climbing-stairs', 'solved', '2026-03-02', 25]],
    ['3Sum - solved 2026-03-02', ['3sum', 'solved', '2026-03-02', null]],
    ['3Sum solved on March 2nd, 2026 in 1h 20m', ['3sum', 'solved', '2026-03-02', 80]],
    ['- [x] 3Sum ✅ 2026-03-02', ['3sum', 'solved', '2026-03-02', null]],
    ['- [x] 3Sum - stuck', ['3sum', 'stuck', 'date?', null]],
    ['3Sum TLE 2026-03-02', ['3sum', 'tried', '2026-03-02', null]],
    ['gave up on 3Sum', ['3sum', 'stuck', 'date?', null]],
    ['217 stuck', ['contains-duplicate', 'stuck', 'date?', null]],
    ['3Sum 2026-03-02 0:25:13', ['3sum', 'solved', '2026-03-02', null]],
    ['3Sum, 2026-03-02, 0:25:13', ['3sum', 'solved', '2026-03-02', 25]],
  ])('"%s" is read as %j', (text, expected) => {
    expect(one(text)).toEqual(expected)
  })

  test.each([',', '\t', ' ', ';', ' | ', ', '])('is parted by "%s" as well', (by) => {
    const text = ['https://leetcode.com/problems/3sum/', '2026-03-02', 'stuck'].join(by)
    expect(one(text)).toEqual(['3sum', 'stuck', '2026-03-02', null])
  })

  test.each([
    '- [ ] 3Sum',
    '[ ] 3Sum',
    '- [] 3Sum',
    '- [-] 3Sum',
    '☐ 3Sum',
    '❌ 3Sum',
    '3Sum ✗',
    '3Sum - todo',
    '3Sum: not solved yet',
    '3Sum,FALSE',
    '3Sum\tno',
    '3Sum - not started - 2026-03-02',
    '- [ ] 3Sum solved',
  ])('"%s" is left out: it says that it is not solved', (text) => {
    expect(all(text)).toEqual([[1, 'left out', '3sum', 'Not solved.']])
  })

  test.each([
    ['no such thing', 'No problem of this name, link or number is known here.'],
    ['https://example.org/other', 'No problem of this name, link or number is known here.'],
    ['https://example.org/candy', 'No problem of this name, link or number is known here.'],
    ['https://example.org/blog/two-sum', 'No problem of this name, link or number is known here.'],
    [`Two Sum${'.'.repeat(400)}plus`, 'No problem of this name, link or number is known here.'],
    ['I like Two Sum', 'No problem of this name, link or number is known here.'],
    ['1,Foo Bar,Easy', 'No problem of this name, link or number is known here.'],
    ['1. Foo Bar', 'No problem of this name, link or number is known here.'],
    ['99999', 'No problem of this name, link or number is known here.'],
    ['1000001', 'No problem of this name, link or number is known here.'],
    ['two-sum,2026-02-30', 'Write the date "2026-02-30" as 2026-05-04.'],
    ['Two Sum 31/31/2026', 'Write the date "31/31/2026" as 2026-05-04.'],
    ['two-sum,2026-11-30', 'The date 2026-11-30 is in the future.'],
    ['two-sum,2026-11-29T12:00:01Z', 'The date 2026-11-29 is in the future.'],
    ['two-sum,1999-05-05', 'The date 1999-05-05 is too long ago.'],
    ['Two Sum, 3Sum', 'Several problems on one line: Two Sum and 3Sum. Keep one of them.'],
    ['2026-03-01: Two Sum, 3Sum', 'Several problems on one line: Two Sum and 3Sum. Keep one of them.'],
    ['Two Sum 2026-03-01 2026-03-02', 'It names several dates: 2026-03-01 and 2026-03-02. Keep one.'],
    ['3Sum - solved, stuck', 'It says solved and stuck: keep one of them.'],
    [
      "3Sum - couldn't do it",
      `"couldn't do it" may say that it is not solved: write solved, tried, stuck or skipped.`,
    ],
    ['3Sum (review!)', '"review!" may say that it is not solved: write solved, tried, stuck or skipped.'],
    ['~~3Sum~~', '"crossed out" may say that it is not solved: write solved, tried, stuck or skipped.'],
    ['- [?] 3Sum', 'The box "[?]" may mean several things: use [x] or [ ].'],
    ['3Sum,2026-03-01,maybe', 'Say solved, tried, stuck or skipped instead of "maybe".'],
  ])('"%s" is told: %s', (text, reason) => {
    expect(all(text)).toEqual([[1, 'not understood', reason]])
  })
})

describe('a list', () => {
  test('has headings that say how its lines went', () => {
    expect(
      all('Solved:\n- Two Sum\n\n## To do\n- 3Sum\n### Arrays\n- LRU Cache\n## Need to review\n- Candy'),
    ).toEqual([
      [1, 'left out', null, 'A heading.'],
      [2, 'two-sum', 'solved', 'date?', null],
      [4, 'left out', null, 'A heading.'],
      [5, 'left out', '3sum', 'Not solved.'],
      [6, 'left out', null, 'A heading.'],
      [7, 'left out', 'lru-cache', 'Not solved.'],
      [8, 'left out', null, 'A heading.'],
      [
        9,
        'not understood',
        'It stands under "Need to review": write solved, tried, stuck or skipped behind it.',
      ],
    ])
  })

  test('of a day each has the dates of its headings', () => {
    expect(all('2026-03-01\n- Two Sum\n- 3Sum, 2026-03-05\n# 2 Mar 2026\n- Candy')).toEqual([
      [1, 'left out', null, 'A heading.'],
      [2, 'two-sum', 'solved', '2026-03-01', null],
      [3, '3sum', 'solved', '2026-03-05', null],
      [4, 'left out', null, 'A heading.'],
      [5, 'candy', 'solved', '2026-03-02', null],
    ])
  })

  test('that was copied from a page has the outcome under each problem', () => {
    expect(all('Two Sum\nAccepted\n3Sum\nWrong Answer\n2026-03-01')).toEqual([
      [1, 'two-sum', 'solved', 'date?', null],
      [2, 'left out', null, 'Read with the line above it.'],
      [3, '3sum', 'tried', '2026-03-01', null],
      [4, 'left out', null, 'Read with the line above it.'],
      [5, 'left out', null, 'Read with the line above it.'],
    ])
  })

  test('under a heading that is a title as well has that heading for no problem', () => {
    expect(all('## Candy\n- Two Sum')[0]).toEqual([1, 'left out', null, 'A heading.'])
    expect(all('## Candy\n## Two Sum').map(([, slug]) => slug)).toEqual(['candy', 'two-sum'])
  })

  test('keeps the numbers of its lines, also with empty ones, rules and Windows line ends', () => {
    expect(read('\uFEFF\r\n\r\ntwo-sum\r\n---\r\n  \rnope').map(({ line }) => line)).toEqual([3, 6])
  })
})

test('an unquoted comma within a date or a title parts nothing', () => {
  const rows = ['Problem,Date,Minutes', 'Two Sum,March 2, 2026,25', 'Pow(x, n),Mon, Mar 2nd, 2026,30']
  expect(all(rows.join('\n'))).toEqual([
    [2, 'two-sum', 'solved', '2026-03-02', 25],
    [3, 'not understood', 'Write the date "Mon" as 2026-05-04.'],
  ])
})

describe('words beside a link or a title in a cell', () => {
  const link = '[3Sum](https://leetcode.com/problems/3sum/)'
  test.each([
    [`Two Sum, 2026-01-05\n- [x] ${link} - stuck, 2 Mar 2026`, ['3sum', 'stuck', '2026-03-02', null]],
    [`Two Sum, 2026-01-05\n- [ ] ${link}, 2 Mar 2026`, ['left out', '3sum', 'Not solved.']],
    ['Two Sum, 2026-01-05\n3Sum tried, 2 Mar 2026', ['3sum', 'tried', '2026-03-02', null]],
    ['Two Sum, 2026-01-05\n3Sum (2 Mar 2026), 25 min', ['3sum', 'solved', '2026-03-02', 25]],
    [`Problem,Date\n${link} - stuck,2026-03-02`, ['3sum', 'stuck', '2026-03-02', null]],
    [`Problem,Date\n${link} todo,2026-03-02`, ['left out', '3sum', 'Not solved.']],
    [
      'Problem,Link,Date\n3Sum - gave up,https://leetcode.com/problems/3sum/,2026-03-02',
      ['3sum', 'stuck', '2026-03-02', null],
    ],
    [
      `Problem,Date\n${link} could not finish,2026-03-02`,
      [
        'not understood',
        '"3Sum could not finish" may say that it is not solved: write solved, tried, stuck or skipped.',
      ],
    ],
  ])('%j', (text, expected) => {
    expect(read(text).at(-1)?.said).toEqual(expected)
  })
})

describe('numbers', () => {
  const duplicate = ['contains-duplicate', 'solved', 'date?', null]
  test.each(['#', 'No', 'No.', 'id', 'Index', 'S.No', 'Number', 'Problem #', 'Rank'])(
    'of the column "%s" are not believed against the title',
    (name) => {
      for (const by of [',', '\t', ';', '|'])
        expect(
          all([`${name}|Problem|Difficulty`, '1|Contains Duplicate|Easy'].join('\n').replaceAll('|', by)),
        ).toEqual([[2, ...duplicate]])
      expect(all(`${name},Problem\n1,Foo`)[0]?.[1]).toBe('not understood')
    },
  )

  test.each(['LeetCode #', 'LeetCode Number', 'LC', 'questionFrontendId', 'Number', 'lc_id', 'Problem'])(
    'of the column "%s" are those of LeetCode',
    (name) => {
      expect(all(`${name},Difficulty\n217,Easy`)).toEqual([[2, ...duplicate]])
    },
  )

  test('that may count rows are asked about', () => {
    expect(all('id,date\n217,2026-03-01')).toEqual([
      [2, 'not understood', '"id" may count the rows: call the column "LeetCode number" if it holds those.'],
    ])
  })

  test('without a header are row numbers beside a title, and no minutes', () => {
    expect(all('1,Contains Duplicate,Easy\n2,3Sum,Medium')).toEqual([
      [1, ...duplicate],
      [2, '3sum', 'solved', 'date?', null],
    ])
    expect(one('Two Sum,1')).toEqual(['two-sum', 'solved', 'date?', null])
    expect(all('Contains Duplicate,1\n3Sum,2').map(([, , , , minutes]) => minutes)).toEqual([null, null])
  })

  test('lose against a link; a link and a title that differ are asked about', () => {
    const link = 'https://leetcode.com/problems/3sum/'
    expect(all(`LeetCode #,Link\n1,${link}`)[0]?.[1]).toBe('3sum')
    expect(all(`Title,Link\nTwo Sum,${link}`)).toEqual([
      [2, 'not understood', 'Link and title differ: 3Sum and Two Sum. Keep one of them.'],
    ])
    expect(all('LeetCode #,Title\n208,Implement Trie\n1,My own')[0]?.[1]).toBe('implement-trie-prefix-tree')
  })
})

describe('a table', () => {
  test.each([
    ['title,date,notes\nTwo Sum,2026-03-01,a; b', [[2, 'two-sum', 'solved', '2026-03-01', null]]],
    [
      'title,date,notes\nTwo Sum,2026-03-01,"a\n\nb, c"\n3Sum,2026-03-02,',
      [
        [2, 'two-sum', 'solved', '2026-03-01', null],
        [5, '3sum', 'solved', '2026-03-02', null],
      ],
    ],
    ['title,date,notes\nTwo Sum,2026-03-01,stuck at first', [[2, 'two-sum', 'solved', '2026-03-01', null]]],
    ['title,date,notes\nTwo Sum,2026-03-01,say "hi', [[2, 'two-sum', 'solved', '2026-03-01', null]]],
    [
      'Two Sum,2026-03-01,a; b\n3Sum,2026-03-02,c',
      [
        [1, 'two-sum', 'solved', '2026-03-01', null],
        [2, '3sum', 'solved', '2026-03-02', null],
      ],
    ],
    ['sep=;\nProblem;Date\nTwo Sum;2026-03-01', [[3, 'two-sum', 'solved', '2026-03-01', null]]],
    ['\uFEFFProblem;Date\r\nTwo Sum;2026-03-01', [[2, 'two-sum', 'solved', '2026-03-01', null]]],
    [
      'My list,\nProblem,Date\nTwo Sum,2026-03-01',
      [
        [1, 'left out', null, 'It stands above the names of the columns.'],
        [3, 'two-sum', 'solved', '2026-03-01', null],
      ],
    ],
    [
      'Problem\nTwo Sum\n3Sum',
      [
        [2, 'two-sum', 'solved', 'date?', null],
        [3, '3sum', 'solved', 'date?', null],
      ],
    ],
    [
      '| # | Problem | Done |\n|---|:-:|---|\n| 1 | [3Sum](https://leetcode.com/problems/3sum/) | ✅ |\n| 2 | Two Sum | |\nmore',
      [
        [3, '3sum', 'solved', 'date?', null],
        [4, 'left out', 'two-sum', 'Not solved.'],
        [5, 'left out', null, 'Not a row of the table.'],
      ],
    ],
    ['| Two Sum | 2026-03-01 |', [[1, 'two-sum', 'solved', '2026-03-01', null]]],
    ['Blind 75,Status,Date\nTwo Sum,Done,2026-03-01', [[2, 'two-sum', 'solved', '2026-03-01', null]]],
    [
      'Problem,My progress\nTwo Sum,Done\n3Sum,Not started',
      [
        [2, 'two-sum', 'solved', 'date?', null],
        [3, 'left out', '3sum', 'Not solved.'],
      ],
    ],
    [
      'Problem,Foo\nTwo Sum,TRUE',
      [[2, 'not understood', 'Column "Foo" may say what is solved: call it Status, or leave it out.']],
    ],
    ['Problem,Premium\nTwo Sum,FALSE', [[2, 'two-sum', 'solved', 'date?', null]]],
    [
      'titleSlug,timestamp,statusDisplay\ntwo-sum,1772416800,Accepted\n3sum,1772416800000,Wrong Answer',
      [
        [2, 'two-sum', 'solved', '2026-03-02', null],
        [3, '3sum', 'tried', '2026-03-02', null],
      ],
    ],
    [
      'Problem,Solved on\nTwo Sum,2026-03-01\n3Sum,',
      [
        [2, 'two-sum', 'solved', '2026-03-01', null],
        [3, 'left out', '3sum', 'Not solved.'],
      ],
    ],
    [
      'Problem,Date\nTwo Sum,2026-03-01\n3Sum,',
      [
        [2, 'two-sum', 'solved', '2026-03-01', null],
        [3, '3sum', 'solved', 'date?', null],
      ],
    ],
    [
      'Problem,Attempted,Solved\nTwo Sum,TRUE,TRUE\n3Sum,TRUE,FALSE\nCandy,FALSE,FALSE',
      [
        [2, 'two-sum', 'solved', 'date?', null],
        [3, '3sum', 'tried', 'date?', null],
        [4, 'left out', 'candy', 'Not solved.'],
      ],
    ],
    [
      'Problem,Solved\nTwo Sum,2026-03-01\n3Sum,',
      [
        [2, 'two-sum', 'solved', '2026-03-01', null],
        [3, 'left out', '3sum', 'Not solved.'],
      ],
    ],
    [
      'Problem,Status,Solved\nTwo Sum,Accepted,FALSE',
      [[2, 'not understood', 'It says solved and not solved: keep one of them.']],
    ],
    [
      'Two Sum,TRUE\n3Sum,FALSE\nCandy,',
      [
        [1, 'two-sum', 'solved', 'date?', null],
        [2, 'left out', '3sum', 'Not solved.'],
        [3, 'left out', 'candy', 'Not solved.'],
      ],
    ],
    [
      'Two Sum,1\n3Sum,0',
      [
        [1, 'two-sum', 'solved', 'date?', null],
        [2, 'left out', '3sum', 'Not solved.'],
      ],
    ],
    [
      '[ ] 3Sum,2026-03-01\n[x] Two Sum,2026-03-01',
      [
        [1, 'left out', '3sum', 'Not solved.'],
        [2, 'two-sum', 'solved', '2026-03-01', null],
      ],
    ],
    [
      'two-sum, 2026-03-01, 20\nhttps://leetcode.com/problems/3sum/\n217',
      [
        [1, 'two-sum', 'solved', '2026-03-01', 20],
        [2, '3sum', 'solved', 'date?', null],
        [3, 'contains-duplicate', 'solved', 'date?', null],
      ],
    ],
  ])('%j', (text, expected) => {
    expect(all(text)).toEqual(expected)
  })

  test.each([
    [
      'solved',
      [
        'Solved',
        'done',
        'Accepted',
        'AC',
        'yes',
        'Y',
        'x',
        '✓',
        '✅',
        '✔️',
        'TRUE',
        '1',
        '[x]',
        '✅ Done',
        '10',
      ],
    ],
    [
      'tried',
      ['tried', 'Attempted', 'Wrong Answer', 'WA', 'Time Limit Exceeded', 'Runtime Error', 'failed', '11'],
    ],
    ['stuck', ['stuck', 'Gave up', 'couldn’t solve']],
    ['skipped', ['skipped', 'Skip']],
    [
      'left out',
      [
        'no',
        'FALSE',
        '0',
        'todo',
        'To-Do',
        'Not started',
        'In progress',
        '',
        '-',
        'n/a',
        '❌',
        '☐',
        '[ ]',
        'Not Accepted',
      ],
    ],
    ['not understood', ['perhaps', '?', 'Done?? not', '7', '✅ stuck', 'solved ❌']],
  ])('reads a status as %s', (expected, cells) => {
    for (const cell of cells) {
      const [line] = read(`Problem,Status\nTwo Sum,"${cell}"`)
      const word = line?.said[0] === 'two-sum' ? line.said[1] : line?.said[0]
      expect([cell, word]).toEqual([cell, expected])
    }
  })
})

describe('dates', () => {
  test.each([
    '2026-03-02',
    '2026/3/2',
    '2026.03.02',
    '20260302',
    '2 Mar 2026',
    '2nd March, 2026',
    'March 2, 2026',
    'Mar 2 2026',
    '2-Mar-2026',
    '2-Mar-26',
    'Mon, 2 Mar 2026',
    '2026 Mar 2',
    '2026-03-02 23:59',
    '2026-03-02T10:00:00.123Z',
    'Mon, 02 Mar 2026 02:00:00 GMT',
    'Mon Mar 02 2026 02:00:00 GMT+0100 (Central European Time)',
    'March 2, 2026 2:00 PM (GMT+1)',
    '1772416800',
    '1772416800000',
    '1772416800.0',
    '46083',
  ])('"%s" is 2 March', (cell) => {
    expect(one(`Problem,Date\nTwo Sum,"${cell}"`)).toEqual(['two-sum', 'solved', '2026-03-02', null])
  })

  test.each([
    'yesterday',
    'Today',
    '3 days ago',
    'last week',
    'Monday',
    '2 March',
    'Mar 2',
    'March 2026',
    '',
    '-',
    'n/a',
    '?',
  ])('"%s" is asked for', (cell) => {
    expect(one(`Problem,Date\nTwo Sum,"${cell}"`)).toEqual(['two-sum', 'solved', 'date?', null])
  })

  test('of numbers are read in the order that the document shows, or it is asked for', () => {
    const dated = (dates: string[], options = {}) =>
      all(`Problem,Date\n${dates.map((date) => `Two Sum,${date}`).join('\n')}`, options).map(
        ([, , , day]) => day,
      )
    expect(dated(['02/03/2026', '03/03/2026'])).toEqual(['day_order?', '2026-03-03'])
    expect(dated(['02/03/2026', '13/03/2026'])).toEqual(['2026-03-02', '2026-03-13'])
    expect(dated(['02/03/2026', '3/13/2026, 2:05:00 PM'])).toEqual(['2026-02-03', '2026-03-13'])
    expect(dated(['02.03.26', '31.12.25'])).toEqual(['2026-03-02', '2025-12-31'])
    expect(dated(['13/01/2026', '1/13/2026', '02/03/2026'])).toEqual([
      '2026-01-13',
      '2026-01-13',
      'day_order?',
    ])
    expect(dated(['02/03/2026'], { dayOrder: 'day_first' })).toEqual(['2026-03-02'])
    expect(dated(['02/03/2026'], { dayOrder: 'month_first' })).toEqual(['2026-02-03'])
    expect(all('- 02/03/2026 Two Sum\n- 13/03/2026 3Sum').map(([, , , day]) => day)).toEqual([
      '2026-03-02',
      '2026-03-13',
    ])
  })

  test.each([
    ['America/Los_Angeles', '2026-03-02T02:00:00Z', '2026-03-01'],
    ['America/Los_Angeles', '1772416800', '2026-03-01'],
    ['Asia/Calcutta', '2026-03-01T20:00:00Z', '2026-03-02'],
    ['Pacific/Apia', '2026-03-01T23:30:00-05:00', '2026-03-02'],
    ['Pacific/Apia', '2026-11-29T11:59:00Z', '2026-11-30'],
    ['America/Los_Angeles', '2026-11-29T23:00:00+14:00', '2026-11-29'],
    ['Asia/Tokyo', '2026-03-02 02:00', '2026-03-02'],
  ])('in %s %s is %s', (timeZone, text, day) => {
    expect(one(`two-sum,${text}`, { timeZone })[2]).toBe(day)
  })

  test('that are today there are not in the future, tomorrow is', () => {
    const timeZone = 'Pacific/Apia'
    expect(one('two-sum,2026-11-30', { timeZone })[2]).toBe('2026-11-30')
    expect(one('two-sum,2026-12-01', { timeZone })).toEqual([
      'not understood',
      'The date 2026-12-01 is in the future.',
    ])
  })
})

describe('minutes', () => {
  test.each([
    ['minutes', '25', 25],
    ['Minutes', '25 min', 25],
    ['time', '25m', 25],
    ['time', '0:25:13', 25],
    ['Time Taken', '1h 20m', 80],
    ['duration', '1h20', 80],
    ['duration', '1.5 h', 90],
    ['duration', '1,5 h', 90],
    ['duration', '1 hour and 5 minutes', 65],
    ['time spent', '0:25', 25],
    ['time spent', '25:13', 25],
    ['Time (h)', '1.5', 90],
    ['duration_seconds', '1500', 25],
    ['elapsed', 'PT25M', 25],
    ['minutes', '~25', 25],
  ])('under "%s" "%s" are %i', (name, cell, minutes) => {
    expect(one(`title,date,${name}\nTwo Sum,2026-03-01,"${cell}"`)).toEqual([
      'two-sum',
      'solved',
      '2026-03-01',
      minutes,
    ])
  })

  test.each(['soon', '0', '-5', '10080', '20-30', '1:20', '1e3'])(
    '"%s" leave the row, without minutes, and say so',
    (cell) => {
      const [line] = read(`title,date,minutes\nTwo Sum,2026-03-01,${cell}`)
      expect(line?.said).toEqual(['two-sum', 'solved', '2026-03-01', null])
      const why = cell === '1:20' ? 'may be hours or minutes' : 'is no time from 1 to 1440 minutes'
      expect(line?.note).toBe(`"${cell}" ${why}; saved without minutes.`)
    },
  )

  test('as pairs are settled by the others of the document', () => {
    expect(all('title,time taken\nTwo Sum,1:20\n3Sum,0:25').map(([, , , , minutes]) => minutes)).toEqual([
      80, 25,
    ])
    expect(all('title,time taken\nTwo Sum,1:20\n3Sum,75:10').map(([, , , , minutes]) => minutes)).toEqual([
      1, 75,
    ])
  })

  test.each(['2:30 PM', '14:30:00'])('a column "time" of %s is when, not how long', (cell) => {
    const [line] = read(`title,date,time\nTwo Sum,2026-03-01,${cell}`)
    expect([line?.said[3], line?.note]).toEqual([null, null])
  })

  test.each(['runtime', 'Time Complexity', 'Acceptance', 'Rating'])('are not read of "%s"', (name) => {
    expect(one(`title,${name}\nTwo Sum,52`)).toEqual(['two-sum', 'solved', 'date?', null])
  })
})

test('every title of the catalogue is found as it is written', () => {
  for (const { title, slug, number } of catalogue)
    for (const text of [
      title,
      `- [x] ${title}`,
      `${number}. ${title}`,
      `${title} - solved`,
      `${title}, 2026-03-01`,
    ])
      expect([text, one(text)[0]]).toEqual([text, slug])
})
