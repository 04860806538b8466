import { createHash } from 'node:crypto'
import { growthOf } from '../judge/growth.ts'
import { examplesOf } from './examples.ts'
import type { Exercise } from './read-exercises.ts'
import { starterCode } from './starter-code.ts'

/** An exercise as it is kept, in the three parts that are asked for one by one. Solutions are not in it. */
export function publishedExercise({ slug, statement, explanation, facts, tests }: Exercise) {
  const { call, compare, result, time_limit_ms, constraints, hints, complexity, pattern } = facts
  const content = {
    slug,
    statement,
    examples: examplesOf(call, tests),
    constraints,
    call,
    compare,
    result: result ?? null,
    time_limit_ms: time_limit_ms ?? null,
    growth: growthOf(complexity.time, call),
    starters: starterCode(call),
    tests: tests.map(({ visible = false, large = false, ...test }) => ({ ...test, visible, large })),
  }
  return { content, hints, explanation: { text: explanation, complexity, pattern } }
}

export function digestOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 32)
}
