import { expect, test } from 'vitest'
import { readCatalogue } from '../read-catalogue.ts'
import { checkHints } from './check-hints.ts'
import type { HintRow } from './read-library.ts'

const catalogue = await readCatalogue()

function aRow(change: Partial<HintRow> = {}): HintRow {
  return {
    external_id: 'two-sum',
    about: 'Find the two numbers of a list that reach a given total.',
    hints: [
      'Aim for one pass in O(n) time; trying every pair is O(n²).',
      'For each number its partner is known: only the search for it costs time.',
      'Remember each number with its place, and ask for the partner before you store.',
    ],
    ...change,
  }
}

const check = (rows: HintRow[], exercises: string[] = []) => checkHints(rows, new Set(exercises), catalogue)
const withHint = (at: number, text: string) => {
  const { hints } = aRow()
  hints[at] = text
  return [aRow({ hints })]
}

test('a row by the rules has no fault', () => {
  expect(check([aRow()])).toEqual([])
})

test.each<[string, string[], string]>([
  ['an unknown problem', check([aRow({ external_id: 'three-and-a-half-sum' })]), 'no such problem'],
  ['a second row', check([aRow(), aRow()]), 'two rows'],
  ['an exercise beside it', check([aRow()], ['two-sum']), 'has an exercise'],
  ['a long hint', check(withHint(1, `${'Look for the partner. '.repeat(14)}`.trim())), 'has 307 characters'],
  [
    'code',
    check(withHint(2, 'Store it with seen[number] and then go on to the next number.')),
    'looks like code',
  ],
  ['a call', check(withHint(2, 'Call find(number) for each number of the list in turn.')), 'looks like code'],
  [
    'no complexity first',
    check(withHint(0, 'Aim for one pass: O(n) time is enough for this one.')),
    'hint_1 must begin',
  ],
  [
    'the pattern named',
    check([aRow({ about: 'A hash map lookup finds two numbers with a given sum.' })]),
    'about names',
  ],
])('a row with %s is refused', (_, faults, words) => {
  expect(faults.join('\n')).toContain(words)
})
