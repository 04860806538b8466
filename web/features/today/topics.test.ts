import type { Topic } from '@codify/api/contract'
import { expect, test } from 'vitest'
import { byNeed } from './topics.ts'

const topics = ['stack', 'trees', 'arrays-hashing', 'graphs'].map(
  (slug): Topic => ({ slug, title: slug, prerequisites: [], stage: 1, problems: 10, solved: 0, tried: 0 }),
)

test('topics of the plan come before all others', () => {
  const ordered = byNeed({
    topics,
    confidence: { 'arrays-hashing': 5, trees: 1 },
    planned: new Set(['arrays-hashing']),
  })
  expect(ordered.map(({ slug }) => slug)).toEqual(['arrays-hashing', 'trees', 'stack', 'graphs'])
})

test('without a plan the least sure come first, and what was not rated counts as the middle', () => {
  const ordered = byNeed({ topics, confidence: { stack: 4, graphs: 2 }, planned: new Set() })
  expect(ordered.map(({ slug }) => slug)).toEqual(['graphs', 'trees', 'arrays-hashing', 'stack'])
})
