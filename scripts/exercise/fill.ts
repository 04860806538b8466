import { createSolutionRunner, fillExercise, readSolutions } from '../../seeds/src/checking/index.ts'
import { readExercise } from '../../seeds/src/exercises/index.ts'

/** Fills in the expected results of these exercises that are still open. */
export async function fillAll(slugs: string[]): Promise<boolean> {
  const runner = createSolutionRunner()
  let ok = true
  for (const slug of slugs) {
    try {
      const filled = await fillExercise(await readExercise(slug), await readSolutions(slug), runner)
      console.log(`${slug}: ${filled} filled.`)
    } catch (error) {
      console.error(error instanceof Error ? error.message : error)
      ok = false
    }
  }
  await runner.close()
  return ok
}
