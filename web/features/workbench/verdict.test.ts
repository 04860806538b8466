import { describe, expect, test } from 'vitest'
import type { TestResult } from './sandbox/test-results.ts'
import { verdictOf } from './verdict.ts'

const result = (status: TestResult['status'], ms = 1.2): TestResult => ({
  name: 'a test',
  visible: true,
  status,
  input: '[]',
  expected: null,
  got: null,
  printed: '',
  ms,
  message: null,
  line: null,
})
const run = (...statuses: TestResult['status'][]) =>
  verdictOf({ results: statuses.map((status) => result(status)), refused: null })

describe('what a run comes to', () => {
  test('is accepted when every test passed', () => {
    expect(run('passed', 'passed')).toEqual({ outcome: 'accepted', passed: 2, total: 2, ms: 2 })
  })

  test('is said by the first test that did not pass', () => {
    expect(run('passed', 'error', 'failed')).toMatchObject({ outcome: 'error', passed: 1, total: 3 })
    expect(run('failed', 'error').outcome).toBe('failed')
    expect(run('passed', 'timeout', 'skipped').outcome).toBe('timeout')
  })

  test('is an error when no test was run at all', () => {
    const results = [result('skipped', 0)]
    expect(verdictOf({ results, refused: { message: 'It does not parse.', line: 3 } })).toEqual({
      outcome: 'error',
      passed: 0,
      total: 1,
      ms: 0,
    })
  })
})
