import { expect, test } from 'vitest'
import { readPaceByDifficulty } from './pace.models.ts'
import { anAttempt } from './testing.ts'

const difficultyOf = (slug: string) => (slug.startsWith('e') ? ('easy' as const) : ('hard' as const))

test('each difficulty has the medians of its first solves with minutes', () => {
  const attempts = [
    anAttempt({ slug: 'e1', minutes: 10 }),
    anAttempt({ slug: 'e2', minutes: 30 }),
    anAttempt({ slug: 'e3', minutes: 50, estimated: 25 }),
    anAttempt({ slug: 'e4', minutes: 90, outcome: 'tried' }),
    anAttempt({ slug: 'e5' }),
    // Solved before: a review, which has a pace of its own.
    anAttempt({ slug: 'e1', minutes: 1 }),
    anAttempt({ slug: 'h1', minutes: 45, estimated: 30 }),
  ]
  expect(readPaceByDifficulty(attempts, difficultyOf)).toEqual([
    { difficulty: 'easy', solves: 3, estimated: 20, actual: 30, ratio: 1.5 },
    { difficulty: 'medium', solves: 0, estimated: null, actual: null, ratio: null },
    { difficulty: 'hard', solves: 1, estimated: 30, actual: 45, ratio: 1.5 },
  ])
})

test('only the latest thirty count', () => {
  const old = Array.from({ length: 30 }, (_, at) => anAttempt({ slug: `e-old-${at}`, minutes: 60 }))
  const late = Array.from({ length: 30 }, (_, at) => anAttempt({ slug: `e-late-${at}`, minutes: 20 }))
  expect(readPaceByDifficulty([...old, ...late], difficultyOf)[0]).toMatchObject({ solves: 30, ratio: 1 })
})
