import {
  type ExerciseRules,
  expand,
  type Family,
  type Json,
  type JudgedTest,
  judgeOutcome,
  type Language,
  neverBegan,
  type TestInput,
  tooSlow,
  type Verdict,
  waitedInVain,
} from '@codify/seeds/judge'

export type SandboxTest = JudgedTest & { name: string; visible: boolean }

/** What the sandbox needs to know of an exercise; `GET /v1/problems/{slug}/exercise` answers all of it. */
export type SandboxExercise = Pick<ExerciseRules, 'call' | 'compare'> & {
  result: { argument: number } | null
  time_limit_ms: number | null
  growth?: number | null
  tests: SandboxTest[]
}

export type TestResult = {
  name: string
  visible: boolean
  /** `ran`: a custom input, for which nothing is expected. `skipped`: not run, because the run ended before it. */
  status: Verdict['status'] | 'ran' | 'skipped'
  /** JSON to show, cut where it is long. */
  input: string
  expected: string | null
  got: string | null
  printed: string
  ms: number | null
  message: string | null
  /** Line of the learner's code. */
  line: number | null
}

const MOST_SHOWN = 2_000

export function shown(value: Json): string {
  const text = JSON.stringify(value)
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}… (${text.length} characters)` : text
}

export function cut(text: string): string {
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}… (${text.length} characters)` : text
}

/** How a test stands before it was run, and how it is left when the run ends before it. */
export function skippedResult(test: SandboxTest): TestResult {
  return {
    name: test.name,
    visible: test.visible,
    status: 'skipped',
    input: 'args' in test ? shown(test.args) : shown(stepsToShow(test.steps)),
    expected: markedExpected(test.expected) ? null : shown(test.expected),
    got: null,
    printed: '',
    ms: null,
    message: null,
    line: null,
  }
}

type Outcome = Parameters<typeof judgeOutcome>[0]['outcome']

export function resultOf(given: {
  exercise: SandboxExercise
  test: SandboxTest
  outcome: Outcome
  timeLimitMs: number
  language: Language
  family: Family | null | undefined
  isCustom: boolean
}): TestResult {
  const { exercise, test, outcome, isCustom } = given
  const { status, message = null, line = null } = judgeOutcome({ rules: exercise, ...given })
  const hasRun = isCustom && outcome.ok && status !== 'timeout'
  return {
    ...skippedResult(test),
    status: hasRun ? 'ran' : status,
    ...(isCustom && { expected: null }),
    got: outcome.ok ? cut(outcome.value) : null,
    printed: outcome.printed,
    ms: outcome.ms,
    message: hasRun ? null : message,
    line,
  }
}

type Stop = {
  exercise: SandboxExercise
  test: SandboxTest
  timeLimitMs: number
  why: 'time' | 'waiting' | 'memory' | 'crash'
  /** The first test had begun. */
  hasBegun: boolean
  isCustom: boolean
}

/** The test in which a run was ended from outside. */
export function stoppedResult({
  exercise: { call },
  test,
  timeLimitMs,
  why,
  hasBegun,
  isCustom,
}: Stop): TestResult {
  const result = { ...skippedResult(test), ms: timeLimitMs }
  if (why === 'memory' || why === 'crash') {
    const sure = why === 'memory' ? '' : 'The sandbox stopped answering. Most often that means: '
    return {
      ...result,
      status: 'error',
      message: `${sure}Your code needs more memory than there is.`,
      ms: null,
    }
  }
  if (!hasBegun) return { ...result, status: 'timeout', message: neverBegan(timeLimitMs) }
  // Of an input of the learner's own nobody knows whether anything ends on it.
  const judged = isCustom ? { ...test, visible: false } : test
  const message = why === 'waiting' ? waitedInVain(timeLimitMs) : tooSlow({ call, test: judged, timeLimitMs })
  return { ...result, status: 'timeout', message }
}

/** Inputs are shown as they were written; generated ones, written out, when they are short. */
function stepsToShow(steps: Extract<TestInput, { steps: unknown }>['steps']): Json {
  return steps.map((step) => (Array.isArray(step) ? step : { each: step.each, over: expand(step.over) }))
}

function markedExpected(expected: Json): boolean {
  return (
    expected !== null && typeof expected === 'object' && !Array.isArray(expected) && '$digest' in expected
  )
}
