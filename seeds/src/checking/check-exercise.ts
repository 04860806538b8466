import type { Exercise } from '../exercises/read-exercises.ts'
import { expandInput } from '../judge/expand-input.ts'
import { familyOf, growthOf } from '../judge/growth.ts'
import type { Job, Language, Verdict } from '../judge/judge.types.ts'
import { judgeOutcome, neverBegan, timeLimitOf, tooSlow, waitedInVain } from '../judge/judge-outcome.ts'
import { checkTexts } from './check-texts.ts'
import type { Solutions } from './read-solutions.ts'
import type { SolutionRunner, Stopped } from './solution-runner.ts'

/** Result of an exercise's check; a row of the table. */
export type ExerciseReport = {
  slug: string
  tests: number
  visible: number
  ms: { typescript: number; python: number }
  /** Of the limit of time, what the reference takes in its slowest test. */
  share: { typescript: number; python: number }
  wrong: { name: string; rejectedBy: string | null }[]
  /** Right programs of another style that pass. */
  accepted: string[]
  slow: Record<'typescript' | 'python', 'stopped' | 'not stopped' | 'none'>
  faults: string[]
}

/** `verdicts` stand in the order of the tests; what was not run has none. */
type Judged = { verdicts: (Verdict | undefined)[]; ms: number; share: number; problem?: string }

type Given = {
  exercise: Exercise
  solutions: Solutions
  runner: SolutionRunner
  patterns: ReadonlySet<string>
}

/** Runs every solution beside an exercise: the references pass, the wrong ones and the slow one do not. */
export async function checkExercise({
  exercise,
  solutions,
  runner,
  patterns,
}: Given): Promise<ExerciseReport> {
  const { slug, tests } = exercise
  const report: ExerciseReport = {
    slug,
    tests: tests.length,
    visible: tests.filter((test) => test.visible).length,
    ms: { typescript: 0, python: 0 },
    share: { typescript: 0, python: 0 },
    wrong: [],
    accepted: [],
    slow: { typescript: 'none', python: 'none' },
    faults: checkTexts(exercise, solutions, patterns),
  }
  // Tests that are not as they must be would only make noise.
  if (report.faults.some((fault) => fault.startsWith('tests.json'))) return report
  const judge = (language: Language, code: string) => runAndJudge({ exercise, language, code, runner })
  for (const language of ['typescript', 'python'] as const) {
    const judged = await judge(language, solutions[language])
    report.ms[language] = judged.ms
    report.share[language] = judged.share
    report.faults.push(
      ...referenceFaults(`solution.${language === 'python' ? 'py' : 'ts'}`, exercise, judged),
    )
  }
  for (const { name, language, code } of solutions.alternatives) {
    const faults = referenceFaults(`alternatives/${name}`, exercise, await judge(language, code))
    if (faults.length === 0) report.accepted.push(name)
    report.faults.push(...faults)
  }
  for (const { name, language, code } of solutions.wrong) {
    const { verdicts, problem } = await judge(language, code)
    if (problem !== undefined) report.faults.push(`wrong/${name} does not run: ${problem}`)
    const at = verdicts.findIndex((verdict) => verdict !== undefined && verdict.status !== 'passed')
    report.wrong.push({ name, rejectedBy: tests[at]?.name ?? null })
    if (at === -1) report.faults.push(`wrong/${name} passes every test.`)
  }
  for (const language of ['typescript', 'python'] as const) {
    const code = solutions.slow[language]
    if (code !== null) checkSlow(report, exercise, language, await judge(language, code))
  }
  return report
}

function checkSlow(
  report: ExerciseReport,
  { tests }: Exercise,
  language: 'typescript' | 'python',
  judged: Judged,
): void {
  const file = `slow.${language === 'python' ? 'py' : 'ts'}`
  // The tests after the one that stopped it were not run; the small ones before it must be passed.
  const stopped = judged.verdicts.findIndex((verdict) => verdict?.status === 'timeout')
  const isLarge = tests[stopped]?.large === true
  report.slow[language] = isLarge ? 'stopped' : 'not stopped'
  if (judged.problem !== undefined) report.faults.push(`${file} does not run: ${judged.problem}`)
  else if (stopped === -1)
    report.faults.push(`${file} is not stopped by any test (${Math.round(judged.ms)} ms).`)
  else if (!isLarge)
    report.faults.push(`${file} is stopped by "${tests[stopped]?.name}", which is not large.`)
  for (const [at, verdict] of judged.verdicts.entries()) {
    const test = tests[at]
    if (test === undefined || test.large || verdict === undefined || verdict.status === 'passed') continue
    report.faults.push(`${file} does not pass "${test.name}": ${verdict.message ?? verdict.status}`)
  }
}

function referenceFaults(file: string, { tests }: Exercise, { verdicts, problem }: Judged): string[] {
  if (problem !== undefined) return [`${file}: ${problem}`]
  return tests.flatMap(({ name }, at) => {
    const verdict = verdicts[at]
    if (verdict === undefined) return [`${file}, "${name}": was not run.`]
    if (verdict.status === 'passed') return []
    const line = verdict.line === undefined ? '' : ` (line ${verdict.line})`
    return [`${file}, "${name}": ${verdict.status}. ${verdict.message ?? ''}${line}`]
  })
}

type Run = { exercise: Exercise; language: Language; code: string; runner: SolutionRunner }

/** Large tests run last, so that a solution that is stopped there has met all the others. */
export async function runAndJudge({ exercise, language, code, runner }: Run): Promise<Judged> {
  const { facts, tests } = exercise
  const order = [...tests.keys()].sort(
    (a, b) => Number(tests[a]?.large ?? false) - Number(tests[b]?.large ?? false),
  )
  const ordered = order.flatMap((at) => tests[at] ?? [])
  const limit = timeLimitOf(facts, language)
  const job = jobOf(exercise, ordered, language, code)
  const { refused, outcomes, stopped, hasBegun, factor } = await runner.run(job, limit)
  const timeLimitMs = limit * factor
  const verdicts: Judged['verdicts'] = tests.map(() => undefined)
  let [ms, share] = [0, 0]
  for (const [place, outcome] of outcomes.entries()) {
    const [test, at] = [ordered[place], order[place]]
    if (test === undefined || at === undefined) continue
    ms = Math.max(ms, outcome.ms)
    share = Math.max(share, outcome.ms / timeLimitMs)
    const family = job.families?.[place]
    const verdict = judgeOutcome({ rules: facts, test, outcome, timeLimitMs, language, family })
    if (verdict.status === 'failed' && verdict.message === undefined && outcome.ok) {
      verdict.message = `got ${outcome.value.slice(0, 120)}, expected ${JSON.stringify(test.expected).slice(0, 120)}`
    }
    verdicts[at] = verdict
  }
  const last = order[outcomes.length]
  const test = last === undefined ? undefined : tests[last]
  if (stopped && last !== undefined && test !== undefined)
    verdicts[last] = stoppedVerdict({ stopped, hasBegun, call: facts.call, test, timeLimitMs })
  return { verdicts, ms, share, ...(refused !== undefined && { problem: refusedText(refused) }) }
}

type StoppedTest = Parameters<typeof tooSlow>[0] & { stopped: Stopped; hasBegun: boolean }

/** Verdict of the test during which a run was stopped from outside. */
export function stoppedVerdict({ stopped, hasBegun, ...slow }: StoppedTest): Verdict {
  if (stopped === 'memory') return { status: 'error', message: 'Your code needs more memory than there is.' }
  if (!hasBegun) return { status: 'timeout', message: neverBegan(slow.timeLimitMs) }
  return {
    status: 'timeout',
    message: stopped === 'waiting' ? waitedInVain(slow.timeLimitMs) : tooSlow(slow),
  }
}

function refusedText({ message, line }: { message: string; line?: number | undefined }): string {
  return line === undefined ? message : `${message} (line ${line})`
}

export function jobOf({ facts }: Exercise, tests: Exercise['tests'], language: Language, code: string): Job {
  const { call } = facts
  const growth = growthOf(facts.complexity.time, call)
  const limitMs = timeLimitOf(facts, language)
  return {
    call,
    compare: facts.compare,
    result: facts.result,
    language,
    code,
    families: tests.map((test) =>
      familyOf({ call, input: test, growth, limitMs, large: test.large === true }),
    ),
    inputs: tests.map((test) => expandInput('args' in test ? { args: test.args } : { steps: test.steps })),
  }
}
