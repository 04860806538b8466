import { compare } from './compare.ts'
import { expand } from './generators.ts'
import type { ExerciseRules, Json, Outcome, TestInput, Verdict } from './judge.types.ts'

type Given = {
  rules: Pick<ExerciseRules, 'compare'>
  test: TestInput & { expected: Json }
  outcome: Outcome
  timeLimitMs: number
}

/** The one place that says whether a test is passed, for every language and on every machine. */
export function judgeOutcome({ rules, test, outcome, timeLimitMs }: Given): Verdict {
  if (!outcome.ok) return { status: 'error', ...outcome.problem }
  if (outcome.ms > timeLimitMs) return { status: 'timeout', message: tooSlow(timeLimitMs) }
  const { right, message } = compare({
    rule: rules.compare,
    expected: expand(test.expected),
    outcome,
    steps: 'steps' in test,
  })
  return { status: right ? 'passed' : 'failed', ...(message !== undefined && { message }) }
}

export function tooSlow(timeLimitMs: number): string {
  return `Stopped after ${timeLimitMs / 1_000} s: an endless loop, or too slow for this input.`
}

const DEFAULT_LIMIT_MS = 2_000
const PYTHON_FACTOR = 5

export function timeLimitOf(
  { time_limit_ms }: { time_limit_ms?: number | undefined },
  language: string,
): number {
  return (time_limit_ms ?? DEFAULT_LIMIT_MS) * (language === 'python' ? PYTHON_FACTOR : 1)
}
