import { Hono } from 'hono'
import { requestId } from 'hono/request-id'
import pino from 'pino'
import { describe, expect, test } from 'vitest'
import { toDatabaseFault } from '../shared/database-faults.ts'
import { invalidRequest } from '../shared/errors.ts'
import type { AppEnv } from '../shared/request-env.ts'
import { createErrorHandler } from './error-handler.ts'
import { readProblem } from './testing-answers.ts'

function failWith(error: unknown) {
  const lines: string[] = []
  const logger = pino({ level: 'debug' }, { write: (line: string) => lines.push(line) })
  const app = new Hono<AppEnv>().use(requestId()).get('/', () => {
    throw error
  })
  app.onError(createErrorHandler(logger))
  return { answer: app.request('/'), lines }
}
const withCode = (code: string, message = 'told by the driver') => Object.assign(new Error(message), { code })

describe('an error we do not know', () => {
  test('is an opaque 500: its words go to the log, with the request id', async () => {
    const { answer, lines } = failWith(new Error('password=hunter2 in select * from secrets'))
    const response = await answer
    const text = await response.clone().text()
    expect(text).not.toMatch(/hunter2|select|\.ts:|stack/)
    const problem = await readProblem(response, { status: 500, code: 'server.error' })
    expect(lines.join()).toContain('hunter2')
    expect(lines.join()).toContain(problem.request_id)
  })

  test.each(['23503', '42P01', 'ERR_SOMETHING'])('with the code %s is 500 as well', async (code) => {
    await readProblem(await failWith(withCode(code)).answer, { status: 500, code: 'server.error' })
  })
})

describe('a database that is away', () => {
  test.each(['08006', '53300', '57P01', '57P03', '57014', 'ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT'])(
    '(%s) is 503 and says when to try again',
    async (code) => {
      const response = await failWith(withCode(code)).answer
      expect(response.headers.get('retry-after')).toBe('5')
      expect(await response.clone().text()).not.toContain('told by the driver')
      await readProblem(response, { status: 503, code: 'database.unavailable' })
    },
  )

  test.each([
    'Connection terminated unexpectedly',
    'timeout exceeded when trying to connect',
    'Query read timeout',
    'PGlite is closed',
  ])('("%s") is 503', async (message) => {
    const response = await failWith(new Error(message)).answer
    await readProblem(response, { status: 503, code: 'database.unavailable' })
  })
})

test.each([
  ['25006', 'database.read_only', '15'],
  ['53100', 'database.read_only', '15'],
  ['40001', 'database.busy', '1'],
  ['40P01', 'database.busy', '1'],
  ['55P03', 'database.busy', '1'],
])('%s is 503 %s', async (code, name, retryAfter) => {
  const response = await failWith(withCode(code)).answer
  expect(response.headers.get('retry-after')).toBe(retryAfter)
  expect(await readProblem(response, { status: 503, code: name })).toMatchObject({
    detail: expect.stringContaining('Nothing was changed'),
  })
})

test('a write whose answer was lost is not called undone', () => {
  const lost = withCode('57P01')
  expect(toDatabaseFault(lost, 'POST')?.message).toMatch(/not certain/)
  expect(toDatabaseFault(lost, 'GET')?.message).toMatch(/Nothing was changed/)
})

test('a refusal keeps its fields', async () => {
  const response = await failWith(invalidRequest([{ field: 'limit', message: 'Too much.' }])).answer
  const problem = await readProblem(response, { status: 400, code: 'request.invalid' })
  expect(problem).toMatchObject({
    type: 'urn:codify:problem:request.invalid',
    detail: 'limit: Too much.',
    errors: [{ field: 'limit', message: 'Too much.' }],
  })
})
