import { expect, test } from 'vitest'
import {
  headersToApi,
  headersToBrowser,
  isInternalPath,
  isUpload,
  patienceMilliseconds,
  readLimited,
} from './proxy-request.ts'

test('cookies, tokens and addresses of a browser stay here', () => {
  const headers = headersToApi(
    new Headers({
      cookie: 'next-auth.session-token=x',
      authorization: 'Bearer forged',
      'x-forwarded-for': '10.0.0.1',
      'content-type': 'application/json',
      'idempotency-key': 'k',
      prefer: 'wait=60',
      'last-event-id': '7',
    }),
  )
  expect(Object.fromEntries(headers)).toEqual({
    'content-type': 'application/json',
    'idempotency-key': 'k',
    prefer: 'wait=60',
    'last-event-id': '7',
  })
})

test('only the file to import may be large', () => {
  expect(isUpload({ method: 'POST', path: '/v1/me/import' })).toBe(true)
  for (const [method, path] of [
    ['PUT', '/v1/me/import'],
    ['POST', '/v1/me/import/'],
    ['POST', '/v1//me/import'],
    ['POST', '/v1/plans'],
  ] as const)
    expect(isUpload({ method, path })).toBe(false)
})

test('an answer leads to our own addresses and is not cached', () => {
  const headers = headersToBrowser(
    new Headers({ location: '/v1/generations/7', server: 'x', 'set-cookie': 'a=b' }),
  )
  expect(Object.fromEntries(headers)).toEqual({
    location: '/api/v1/generations/7',
    'cache-control': 'no-store',
  })
})

test('events are passed on one by one', () => {
  const headers = headersToBrowser(new Headers({ 'content-type': 'text/event-stream; charset=utf-8' }))
  expect(headers.get('cache-control')).toBe('no-cache, no-transform')
  expect(headers.get('x-accel-buffering')).toBe('no')
})

test.each([
  '/v1/internal',
  '/v1/internal/sign-in-tokens',
  '/v1/%69nternal/x',
  '/v1//internal/x',
  '/v1%2Finternal',
])('%s is not for browsers', (path) => expect(isInternalPath(path)).toBe(true))

test.each(['/v1/problems', '/v1/problems/internal', '/v1/internals', '/v1/%E0%A4%A'])('%s is', (path) => {
  expect(isInternalPath(path)).toBe(false)
})

test('a body is read whole up to the limit, and not beyond', async () => {
  expect((await readLimited(new Blob(['x'.repeat(10)]).stream(), 10))?.byteLength).toBe(10)
  expect(await readLimited(new Blob(['x'.repeat(11)]).stream(), 10)).toBeNull()
  expect((await readLimited(null, 10))?.byteLength).toBe(0)
})

test('an answer has to begin in time, and what the caller wants to wait comes on top', () => {
  const patience = (prefer: string | undefined, isUpload = false) =>
    patienceMilliseconds({ headers: new Headers(prefer === undefined ? {} : { prefer }), isUpload }) / 1000
  expect(patience(undefined)).toBe(15)
  expect(patience('respond-async, wait=30')).toBe(45)
  expect(patience('wait=99999')).toBe(75)
  expect(patience(undefined, true)).toBe(120)
})
