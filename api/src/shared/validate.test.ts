import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { ProblemError } from './errors.ts'
import { toFieldErrors, validate } from './validate.ts'

const schema = z.strictObject({
  name: z.string(),
  roles: z.array(z.string()).default([]),
  nested: z.strictObject({ minutes: z.int() }).optional(),
})

async function send(body: unknown) {
  const app = new Hono().post('/', validate('json', schema), (c) => c.json(c.req.valid('json')))
  app.onError((error, c) => c.json(error instanceof ProblemError ? error.errors : error.message, 400))
  const response = await app.request('/', {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  })
  const answer: unknown = await response.json()
  return answer
}
const fieldsOf = async (body: unknown) =>
  z
    .array(z.object({ field: z.string(), message: z.string().min(1) }))
    .parse(await send(body))
    .map((error) => error.field)

test('what is valid arrives parsed', async () => {
  expect(await send({ name: 'Ada' })).toEqual({ name: 'Ada', roles: [] })
})

describe('each refused field is named', () => {
  test.each([
    [{}, ['name']],
    [{ name: 1, nested: { minutes: 0.5 } }, ['name', 'nested.minutes']],
    [{ name: 'Ada', roles: ['a', 2] }, ['roles.1']],
    [{ name: 'Ada', one: 1, two: 2 }, ['one', 'two']],
    [{ name: 'Ada', nested: { minutes: 1, extra: 1 } }, ['nested.extra']],
    [[], ['body']],
    [null, ['body']],
  ])('%j: %j', async (body, fields) => {
    expect(await fieldsOf(body)).toEqual(fields)
  })

  test('text that no database holds, too', async () => {
    expect(await fieldsOf({ name: 'a\0' })).toEqual(['name'])
    expect(await fieldsOf({ name: 'Ada', roles: ['fine', '\udc00'] })).toEqual(['roles.1'])
    expect(await send({ name: 'Ada 👩‍💻 \\u0000' })).toMatchObject({ name: 'Ada 👩‍💻 \\u0000' })
  })
})

test('an issue of the whole is one of the body', () => {
  const { error } = z
    .object({})
    .refine(() => false, 'Give one.')
    .safeParse({})
  expect(error && toFieldErrors(error)).toEqual([{ field: 'body', message: 'Give one.' }])
})
