import fs from 'node:fs/promises'
import path from 'node:path'
import { ExerciseError, exercisesFolder } from '../exercises/read-exercises.ts'

const endings = { ts: 'typescript', py: 'python' } as const
export type SolutionLanguage = (typeof endings)[keyof typeof endings]
export type NamedProgram = { name: string; language: SolutionLanguage; code: string }

export type Solutions = Record<SolutionLanguage, string> & {
  wrong: NamedProgram[]
  /** Right programs of another style. */
  alternatives: NamedProgram[]
  slow: Record<SolutionLanguage, string | null>
}

/** The solutions beside an exercise: they are for its check alone, and never leave the server. */
export async function readSolutions(slug: string): Promise<Solutions> {
  const folder = path.join(exercisesFolder, slug)
  const [typescript, python, slow, slowPython, wrong, alternatives] = await Promise.all([
    readText(path.join(folder, 'solution.ts')),
    readText(path.join(folder, 'solution.py')),
    readText(path.join(folder, 'slow.ts')),
    readText(path.join(folder, 'slow.py')),
    readPrograms(path.join(folder, 'wrong')),
    readPrograms(path.join(folder, 'alternatives')),
  ])
  if (typescript === null || python === null) {
    throw new ExerciseError(`${slug}/solution.${typescript === null ? 'ts' : 'py'} is missing.`)
  }
  return { typescript, python, wrong, alternatives, slow: { typescript: slow, python: slowPython } }
}

async function readPrograms(folder: string): Promise<NamedProgram[]> {
  const names = (await fs.readdir(folder).catch(() => [])).sort()
  const programs = names.map(async (name): Promise<NamedProgram[]> => {
    const ending = name.endsWith('.ts') ? 'ts' : name.endsWith('.py') ? 'py' : null
    if (ending === null) return []
    return [{ name, language: endings[ending], code: (await readText(path.join(folder, name))) ?? '' }]
  })
  return (await Promise.all(programs)).flat()
}

function readText(file: string): Promise<string | null> {
  return fs.readFile(file, 'utf8').catch(() => null)
}
