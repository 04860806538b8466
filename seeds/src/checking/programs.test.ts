import { afterAll, expect, test } from 'vitest'
import { judgeOutcome } from '../judge/judge-outcome.ts'
import { type Program, programs } from '../judge/testing.ts'
import { stoppedVerdict } from './check-exercise.ts'
import { createSolutionRunner } from './solution-runner.ts'

const runner = createSolutionRunner()
afterAll(() => runner.close())

/** Long enough for a busy machine to run out of memory first. */
const LIMIT_MS = 30_000
/** For programs that are to run into it. */
const SHORT_LIMIT_MS = 500

async function judge({ language, code, returns, compare, expected, status }: Program) {
  const limit = status === 'timeout' ? SHORT_LIMIT_MS : LIMIT_MS
  const params = [{ name: 'numbers', type: 'int[]' }]
  const call = { kind: 'function' as const, name: 'sumUp', params, returns }
  const given = { args: [[1, 2]], expected, visible: true }
  const run = await runner.run({ call, compare, language, code, inputs: [given] }, limit)
  if (run.refused) return { status: 'refused', message: run.refused.message, printed: '' }
  const { stopped, hasBegun, factor } = run
  const timeLimitMs = limit * factor
  if (stopped)
    return { ...stoppedVerdict({ stopped, hasBegun, call, test: given, timeLimitMs }), printed: '' }
  const [outcome] = run.outcomes
  if (outcome === undefined) throw new Error('no outcome')
  const rules = { call, compare }
  return { ...judgeOutcome({ rules, test: given, outcome, timeLimitMs, language }), printed: outcome.printed }
}

test.each(programs.map((one) => [one.language, one.title, one] as const))(
  'in %s: %s',
  async (_language, _title, program) => {
    const { status, message = '', printed } = await judge(program)
    expect({ status, message }).toEqual({
      status: program.status,
      message: program.words === undefined ? '' : expect.stringContaining(program.words),
    })
    expect(printed).toContain(program.printed ?? '')
  },
  120_000,
)
