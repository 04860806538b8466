import fs from 'node:fs/promises'
import path from 'node:path'
import { type Exercise, ExerciseError, exercisesFolder } from '../exercises/read-exercises.ts'
import { canonical, markOf } from '../judge/canonical.ts'
import { compare } from '../judge/compare.ts'
import { digest } from '../judge/digest.ts'
import type { Json, Language, Outcome } from '../judge/judge.types.ts'
import { timeLimitOf } from '../judge/judge-outcome.ts'
import { jobOf } from './check-exercise.ts'
import type { Solutions } from './read-solutions.ts'
import type { SolutionRunner } from './solution-runner.ts'

const MOST_WRITTEN = 200

/** Puts in what both references agree on, wherever `expected` is still to be filled; answers how many. */
export async function fillExercise(
  exercise: Exercise,
  solutions: Solutions,
  runner: SolutionRunner,
): Promise<number> {
  const { slug, facts, tests } = exercise
  const open = tests.filter((test) => markOf(test.expected)?.mark === '$fill')
  if (open.length === 0) return 0
  const outcomes = async (language: Exclude<Language, 'javascript'>): Promise<Outcome[]> => {
    const job = jobOf(exercise, open, language, solutions[language])
    const run = await runner.run(job, timeLimitOf(facts, language))
    if (run.refused) throw new ExerciseError(`${slug}: ${language} is refused: ${run.refused.message}`)
    return run.outcomes
  }
  const [typescript, python] = [await outcomes('typescript'), await outcomes('python')]
  for (const [at, test] of open.entries()) {
    const [mine, other] = [typescript[at], python[at]]
    if (!mine?.ok || !other?.ok) {
      const broken = mine?.ok ? other : mine
      const why = broken === undefined ? 'it was stopped' : broken.ok ? '' : broken.problem.message
      throw new ExerciseError(`${slug}, "${test.name}": a reference gave no result: ${why}.`)
    }
    const value: Json = JSON.parse(mine.value)
    const expected = facts.compare === 'one-of' ? [value] : value
    const agree = compare({ rule: facts.compare, expected, outcome: other, steps: stepsOf(exercise, test) })
    if (!agree.right) {
      throw new ExerciseError(
        `${slug}, "${test.name}": solution.ts gives ${mine.value.slice(0, 80)}, solution.py ${other.value.slice(0, 80)}.`,
      )
    }
    const exact = facts.compare !== 'float' && facts.compare !== 'one-of'
    test.expected =
      exact && mine.value.length > MOST_WRITTEN
        ? { $digest: digest(canonical(facts.compare, value)) }
        : expected
  }
  const lines = tests.map((test) => `  ${JSON.stringify(test)}`)
  await fs.writeFile(path.join(exercisesFolder, slug, 'tests.json'), `[\n${lines.join(',\n')}\n]\n`)
  return open.length
}

function stepsOf({ facts: { call } }: Exercise, test: Exercise['tests'][number]) {
  return 'steps' in test ? { call, steps: test.steps, language: 'typescript' as const } : null
}
