import { afterAll, expect, test } from 'vitest'
import { readExercise } from '../exercises/index.ts'
import { runAndJudge } from './check-exercise.ts'
import { createSolutionRunner } from './solution-runner.ts'
import { topDownPrograms } from './testing.ts'

const runner = createSolutionRunner()
afterAll(() => runner.close())

test.each(topDownPrograms)(
  'recursion from the top is accepted in Python: %s',
  async (slug, code) => {
    const exercise = await readExercise(slug)
    const { verdicts, problem } = await runAndJudge({ exercise, language: 'python', code, runner })
    expect(problem).toBeUndefined()
    expect(verdicts.filter((verdict) => verdict?.status !== 'passed')).toEqual([])
  },
  180_000,
)
