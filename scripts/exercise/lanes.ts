import {
  createSolutionRunner,
  type ExerciseReport,
  readSolutions,
  type SolutionRunner,
  type Solutions,
} from '../../seeds/src/checking/index.ts'
import { type Exercise, exerciseSlugs, readExercise } from '../../seeds/src/exercises/index.ts'
import { readCatalogue } from '../../seeds/src/index.ts'

const LANES = 2

export type Examined = {
  exercise: Exercise
  solutions: Solutions
  runner: SolutionRunner
  patterns: ReadonlySet<string>
}
type Examine<Report> = {
  /** All where none is named. */
  slugs: string[]
  examine: (given: Examined) => Promise<Report>
  /** The report of an exercise that cannot even be read. */
  broken: (report: ExerciseReport) => Report
  print: (report: Report) => void
}

/** Looks at exercises two at a time; each is printed when it is done. */
export async function inLanes<Report extends { slug: string }>({
  slugs,
  examine,
  broken,
  print,
}: Examine<Report>): Promise<Report[]> {
  const { patterns: rows, problems } = await readCatalogue()
  const known = new Set(problems.map(({ slug }) => slug))
  const patterns = new Set(rows.map(({ slug }) => slug))
  const reports: Report[] = []
  const waiting = slugs.length > 0 ? [...slugs] : await exerciseSlugs()
  const examineOne = async (slug: string, runner: SolutionRunner) => {
    if (!known.has(slug)) return broken(emptyReport(slug, `${slug} is no problem of seeds/problems.csv.`))
    try {
      const [exercise, solutions] = await Promise.all([readExercise(slug), readSolutions(slug)])
      return await examine({ exercise, solutions, runner, patterns })
    } catch (error) {
      return broken(emptyReport(slug, error instanceof Error ? error.message : String(error)))
    }
  }
  const lane = async () => {
    const runner = createSolutionRunner()
    for (let slug = waiting.shift(); slug !== undefined; slug = waiting.shift()) {
      const report = await examineOne(slug, runner)
      reports.push(report)
      print(report)
    }
    await runner.close()
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  return reports.sort((a, b) => (a.slug < b.slug ? -1 : 1))
}

export function emptyReport(slug: string, fault: string): ExerciseReport {
  const none = { typescript: 0, python: 0 }
  return {
    slug,
    tests: 0,
    visible: 0,
    ms: none,
    share: none,
    wrong: [],
    accepted: [],
    slow: { typescript: 'none', python: 'none' },
    faults: [fault],
  }
}
