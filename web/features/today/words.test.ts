import { expect, test } from 'vitest'
import { changeInWords, paceInWords } from './words.ts'

const item = { item_id: 'a', slug: 'two-sum', title: 'Two Sum', reason: '' }
const moved = { ...item, from: '2026-11-21', to: '2026-11-23' }

test('a change says what it did, and why', () => {
  expect(
    changeInWords({
      revision: 3,
      cause: 'new_day',
      moved: [moved, { ...moved, item_id: 'b', slug: '3sum' }],
      dropped: [],
      added: [],
    }),
  ).toBe('Your plan moved 2 problems because a new day began.')
  expect(
    changeInWords({
      revision: 4,
      cause: 'swap',
      moved: [],
      dropped: [{ ...item, from: '2026-11-21' }],
      added: [{ ...item, to: '2026-11-21' }],
    }),
  ).toBe('Your plan dropped 1 problem and added 1 problem because you asked for another problem.')
})

test('pace is a share of what was estimated', () => {
  expect(paceInWords({ ratio: 1.2, solves: 6, evidence: [] })).toContain('20% longer than estimated')
  expect(paceInWords({ ratio: 0.98, solves: 6, evidence: [] })).toContain('about as long as estimated')
})

test('a problem and its review are one problem, whatever happens to them', () => {
  const review = { ...moved, item_id: 'b' }
  expect(changeInWords({ revision: 3, cause: 'later', moved: [moved, review], dropped: [], added: [] })).toBe(
    'Your plan moved 1 problem because you put a problem off.',
  )
})
