import { exerciseFacts, exerciseTests } from './exercise.schemas.ts'
import type { Exercise } from './read-exercises.ts'

export { topDownPrograms } from '../checking/testing.ts'
export { type Program, programs } from '../judge/testing.ts'
export { publishedExercise } from './published.ts'
export { readExercise } from './read-exercises.ts'

/** A small exercise for tests, under the slug of a problem there is. */
export function anExercise(slug = 'two-sum'): Exercise {
  const facts = exerciseFacts.parse({
    pattern: 'hash-map',
    complexity: { time: 'O(n)', space: 'O(n)' },
    call: {
      kind: 'function',
      name: 'twoSum',
      params: [
        { name: 'nums', type: 'int[]' },
        { name: 'target', type: 'int' },
      ],
      returns: 'int[]',
    },
    compare: 'unordered',
    constraints: ['2 to 100,000 numbers.'],
    hints: [
      'Aim for O(n).',
      'Remember what you have seen.',
      'Look for target minus the number, then add it.',
    ],
  })
  const tests = exerciseTests.parse(
    Array.from({ length: 9 }, (_, at) => ({
      name: `the pair is ${at} apart`,
      ...(at < 2 && { visible: true, note: 'They add up.' }),
      ...(at === 8 && { large: true }),
      args: [[...Array.from({ length: at + 1 }, (_, place) => place), 1000 - at], 1000],
      expected: [at, at + 1],
    })),
  )
  return { slug, statement: 'Find the pair.', explanation: 'One pass with a map.', facts, tests }
}
