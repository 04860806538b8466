import fs from 'node:fs/promises'
import path from 'node:path'
import { ExerciseError, exercisesFolder } from '../exercises/read-exercises.ts'

export type Solutions = {
  typescript: string
  python: string
  wrong: { name: string; code: string }[]
  slow: string | null
}

/** The solutions beside an exercise: they are for its check alone, and never leave the server. */
export async function readSolutions(slug: string): Promise<Solutions> {
  const at = (...names: string[]) => path.join(exercisesFolder, slug, ...names)
  const text = (file: string) => fs.readFile(file, 'utf8').catch(() => null)
  const names = (await fs.readdir(at('wrong')).catch(() => [])).filter((name) => name.endsWith('.ts')).sort()
  const [typescript, python, slow] = await Promise.all([
    text(at('solution.ts')),
    text(at('solution.py')),
    text(at('slow.ts')),
  ])
  if (typescript === null || python === null) {
    throw new ExerciseError(`${slug}/solution.${typescript === null ? 'ts' : 'py'} is missing.`)
  }
  const wrong = await Promise.all(
    names.map(async (name) => ({ name, code: (await text(at('wrong', name))) ?? '' })),
  )
  return { typescript, python, wrong, slow }
}
