import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linesOf } from './history-document.ts'
import { catalogue, createReader } from './testing.ts'

const { read, headerOf } = createReader({ now: new Date('2026-11-29T12:00:00Z') })

const problem = fc.constantFrom(...catalogue)
const date = fc
  .date({ min: new Date('2015-01-01'), max: new Date('2026-11-28'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10))
const statuses = {
  Accepted: 'solved',
  done: 'solved',
  'Wrong Answer': 'tried',
  stuck: 'stuck',
  Skipped: 'skipped',
}
const status = fc.constantFrom(...Object.entries(statuses), ['FALSE', null], ['Not started', null] as const)
const row = fc.record({
  problem,
  date,
  status,
  minutes: fc.integer({ min: 1, max: 1440 }),
  note: fc.constantFrom('', 'O(n)', 'a; b', 'x|y, z', '“no” extra\nspace', 'say "hi"'),
})
type Row = typeof row extends fc.Arbitrary<infer One> ? One : never
type Cell = { name: string; of: (row: Row) => string }

const names: Cell[] = [
  { name: 'titleSlug', of: (one) => one.problem.slug },
  { name: 'Problem Name', of: (one) => one.problem.title },
  { name: 'Link', of: (one) => one.problem.url },
]
const asked: Cell[] = [
  { name: 'Date', of: (one) => one.date },
  { name: 'Status', of: (one) => String(one.status[0]) },
  { name: 'Time taken', of: (one) => `${one.minutes} min` },
]
const others: Cell[] = [
  { name: 'Notes', of: (one) => one.note },
  { name: '#', of: () => '7' },
  { name: 'Difficulty', of: () => 'Easy' },
]

function write(cells: string[], { delimiter, quoted }: { delimiter: string; quoted: boolean }): string {
  return cells
    .map((cell) => (quoted || /["\n\t;|,]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(delimiter)
}

const expected = (rows: Row[]) =>
  rows.map((one) =>
    one.status[1] === null
      ? ['left out', one.problem.slug, 'Not solved.']
      : [one.problem.slug, one.status[1], one.date, one.minutes],
  )

const layout = fc.record({
  delimiter: fc.constantFrom('\t', ';', '|', ','),
  quoted: fc.boolean(),
  end: fc.constantFrom('\n', '\r\n'),
  start: fc.constantFrom('', '\uFEFF'),
})

describe('any order of columns, quoting and delimiter gives the same attempts', () => {
  test('with a header', () => {
    const columns = fc
      .tuple(fc.subarray(names, { minLength: 1 }), fc.subarray(others))
      .chain(([named, more]) =>
        fc.shuffledSubarray([...named, ...asked, ...more], { minLength: named.length + 3 + more.length }),
      )
    fc.assert(
      fc.property(
        columns,
        fc.array(row, { minLength: 1, maxLength: 6 }),
        layout,
        (cells, rows, { end, start, ...how }) => {
          const lines = [cells.map(({ name }) => name), ...rows.map((one) => cells.map(({ of }) => of(one)))]
          const text = start + lines.map((line) => write(line, how)).join(end)
          expect(read(text).map(({ said }) => said)).toEqual(expected(rows))
        },
      ),
    )
  })

  test('without one', () => {
    const columns = fc
      .constantFrom(...names)
      .chain((named) => fc.shuffledSubarray([named, ...asked], { minLength: 4 }))
    fc.assert(
      fc.property(
        columns,
        fc.array(row, { minLength: 1, maxLength: 6 }),
        layout,
        (cells, rows, { end, start, ...how }) => {
          const text =
            start +
            rows
              .map((one) =>
                write(
                  cells.map(({ of }) => of(one)),
                  how,
                ),
              )
              .join(end)
          expect(read(text).map(({ said }) => said)).toEqual(expected(rows))
        },
      ),
    )
  })

  test('and any order of the parts of a line', () => {
    const parts = fc.shuffledSubarray(
      [...asked, names[1], names[2]].flatMap((one) => one ?? []),
      { minLength: 5 },
    )
    fc.assert(
      fc.property(parts, row, fc.constantFrom(' - ', ', ', ' | ', '; ', '\t', ' — '), (cells, one, by) => {
        const text = `- ${cells.map(({ of }) => of(one)).join(by)}`
        expect(read(text).map(({ said }) => said)).toEqual(expected([one]))
      }),
    )
  })
})

describe('whatever is pasted', () => {
  const word = fc.oneof(
    fc.constantFrom(
      ...[
        'Two Sum',
        '3Sum',
        'candy',
        'Problem',
        'title',
        '217',
        '#',
        'date',
        'solved',
        'TRUE',
        'FALSE',
        'x',
        'stuck',
      ],
      ...[
        'todo',
        '2026-03-01',
        '02/03/2026',
        'yesterday',
        '1772416800',
        '25 min',
        '0:25:13',
        '1:20',
        '✅',
        '❌',
        '[x]',
      ],
      ...[
        '- ',
        '# ',
        '| ',
        '|---|',
        '"',
        '""',
        ',',
        ';',
        '\t',
        '|',
        ': ',
        '(',
        ')',
        '[',
        '](',
        'https://',
        '~~',
        'sep=;',
      ],
      ...[
        'https://leetcode.com/problems/two-sum/',
        'not',
        'solved on',
        '\\',
        '\n',
        '\r\n',
        '\n\n',
        ' ',
        '46083',
        'Mar 2',
      ],
    ),
    fc.string({ unit: 'binary', maxLength: 6 }),
  )
  const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(''))

  test('each line that says something ends as one thing, and none twice', () => {
    fc.assert(
      fc.property(text, (pasted) => {
        const numbers = read(pasted).map(({ line }) => line)
        expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b))
        const lines = linesOf(pasted).map(({ line }) => line)
        const rows = read(pasted)
        expect(numbers.filter((line) => !lines.includes(line))).toEqual([])
        // Lines without an answer of their own are the header, or a line break within the row above.
        const header = headerOf(pasted)
        for (const line of lines.filter((one) => one !== header && !numbers.includes(one))) {
          const above = rows.findLast((one) => one.line < line)
          const isWithinHeader = header !== undefined && header < line && (above?.line ?? 0) < header
          const isWithinRow = above !== undefined && (above.text.includes('\n') || above.text.length >= 200)
          expect([pasted, line, isWithinHeader || isWithinRow]).toEqual([pasted, line, true])
        }
      }),
      { numRuns: 1_000 },
    )
  })

  test('nothing is recorded that the text does not say', () => {
    const plain = (words: string) =>
      words
        .normalize('NFKD')
        .toLowerCase()
        .replaceAll('&', 'and')
        .replace(/[^\p{L}\p{N}]/gu, '')
    fc.assert(
      fc.property(text, (pasted) => {
        for (const { said } of read(pasted)) {
          const [slug, , when, minutes] = said
          const one = catalogue.find((each) => each.slug === slug)
          if (!one) continue
          const named = [plain(one.title), plain(one.slug), String(one.number)]
          expect(named.some((name) => plain(pasted).includes(name))).toBe(true)
          if (when !== 'date?') expect(pasted).toMatch(/2026-03-01|02\/03\/2026|1772416800|46083/)
          if (minutes !== null) expect(pasted).toMatch(/\d/)
        }
      }),
      { numRuns: 1_000 },
    )
  })

  test('a text that names no problem records nothing', () => {
    const nameless = fc.string({ unit: 'binary', maxLength: 300 }).filter((words) => !/\d/.test(words))
    const titles = catalogue.map(({ title }) => title.toLowerCase())
    fc.assert(
      fc.property(nameless, (pasted) => {
        fc.pre(!titles.some((title) => pasted.toLowerCase().includes(title)))
        expect(read(pasted).filter(({ said }) => said.length === 4)).toEqual([])
      }),
    )
  })

  test('of the greatest length is read at once', () => {
    const long = [
      'two-sum,2026-03-01,"'.repeat(2_500),
      'a '.repeat(25_000),
      '[x]('.repeat(12_500),
      '1 '.repeat(25_000),
      'Two Sum - '.repeat(5_000),
      '- [ ] '.repeat(8_000),
      'https://'.repeat(6_000),
      '2026-'.repeat(10_000),
      `${'Two Sum,'.repeat(20)}\n`.repeat(300),
      ':'.repeat(50_000),
      '1,'.repeat(25_000),
      'a,'.repeat(25_000),
      'a,b,c,d,e,f,g,h,i,j,k\n'.repeat(1_999),
      '# a\n'.repeat(1_999),
      'Accepted\n'.repeat(1_999),
      'mar '.repeat(12_500),
      `${'('.repeat(24)}\n`.repeat(2_000),
    ]
    for (const pasted of long) {
      const before = performance.now()
      read(pasted.slice(0, 50_000))
      expect([pasted.slice(0, 12), performance.now() - before < 5_000]).toEqual([pasted.slice(0, 12), true])
    }
  })
})
