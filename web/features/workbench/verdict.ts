import type { Submission } from '@codify/api/contract'
import type { RunReport } from './sandbox/sandbox.ts'
import type { TestResult } from './sandbox/test-results.ts'

export type Verdict = Pick<Submission, 'outcome' | 'passed' | 'total' | 'ms'>

/** What a run of all tests comes to. The first test that did not pass says how it went. */
export function verdictOf({ results, refused }: RunReport): Verdict {
  const passed = results.filter(({ status }) => status === 'passed').length
  const ms = Math.round(results.reduce((sum, result) => sum + (result.ms ?? 0), 0))
  const counts = { passed, total: results.length, ms }
  if (refused) return { ...counts, outcome: 'error', passed: 0 }
  if (passed === results.length) return { ...counts, outcome: 'accepted' }
  const first = results.find(({ status }) => status !== 'passed')?.status
  return { ...counts, outcome: first === 'error' || first === 'timeout' ? first : 'failed' }
}

export const outcomeLooks = {
  accepted: { label: 'Accepted', tone: 'success' },
  failed: { label: 'Wrong answer', tone: 'danger' },
  error: { label: 'Stopped by an error', tone: 'danger' },
  timeout: { label: 'Too slow', tone: 'warning' },
} as const

export const statusLooks: Record<
  TestResult['status'],
  { label: string; tone: 'success' | 'danger' | 'warning' | 'neutral' | 'accent' }
> = {
  passed: { label: 'Passed', tone: 'success' },
  failed: { label: 'Failed', tone: 'danger' },
  error: { label: 'Error', tone: 'danger' },
  timeout: { label: 'Too slow', tone: 'warning' },
  ran: { label: 'Ran', tone: 'accent' },
  skipped: { label: 'Not run', tone: 'neutral' },
}
