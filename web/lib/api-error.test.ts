import { expect, test } from 'vitest'
import { z } from 'zod'
import { ApiError, messageOf, unwrap } from './api-error.ts'
import { parseDigest } from './error-digest.ts'
import { problemResponse } from './problem-details.ts'

const schema = z.object({ upvotes: z.int() })

test('a good answer is parsed', async () => {
  expect(await unwrap(Response.json({ upvotes: 3, extra: true }), schema)).toEqual({ upvotes: 3 })
  expect(await unwrap(new Response(null, { status: 204 }))).toBeUndefined()
})

test('a problem becomes an error that an error page can tell apart', async () => {
  const answer = problemResponse({
    status: 409,
    title: 'Intake missing',
    code: 'plan.intake_missing',
    detail: 'Answer the intake first.',
    requestId: 'req-12345678',
  })
  const error = await unwrap(answer, schema).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(ApiError)
  expect(error).toMatchObject({
    status: 409,
    code: 'plan.intake_missing',
    requestId: 'req-12345678',
    errors: [],
  })
  expect(messageOf(error)).toBe('Answer the intake first.')
  expect(parseDigest(error instanceof ApiError ? error.digest : '')).toEqual({
    code: 'plan.intake_missing',
    requestId: 'req-12345678',
  })
})

test.each([
  ['a page of some proxy', new Response('<html>', { status: 502 }), 502],
  ['a body of another shape', Response.json({ upvotes: 'many' }), 502],
])('%s is an unexpected answer', async (_, answer, status) => {
  await expect(unwrap(answer, schema)).rejects.toMatchObject({ status, code: 'api.unexpected' })
})

test('a network that fails is told as such', async () => {
  const failed = Promise.reject<Response>(new TypeError('fetch failed'))
  await expect(unwrap(failed, schema)).rejects.toMatchObject({ status: 503, code: 'api.unreachable' })
})

test('a digest that Next made says nothing', () => {
  expect(parseDigest('2338238011')).toEqual({ code: undefined, requestId: undefined })
  expect(parseDigest(undefined)).toEqual({ code: undefined, requestId: undefined })
})
