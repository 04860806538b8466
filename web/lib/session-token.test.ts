import { randomUUID } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readSessionToken, renewSessionToken } from './session-token.ts'

const day = 24 * 60 * 60 * 1000
const secret = 'a secret of this test'
const claims = { sub: randomUUID(), name: 'Ada', email: 'ada@example.org', auth_time: 0 }

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-05-04T10:00:00Z') })
  claims.auth_time = Date.now() / 1000
})
afterEach(() => void vi.useRealTimers())

const signIn = () => encode({ token: claims, secret, maxAge: 60 * day })
const wait = (ms: number) => vi.setSystemTime(Date.now() + ms)

test('a session that is used within two weeks goes on', async () => {
  const value = await signIn()
  wait(14 * day - 1000)
  expect(await readSessionToken({ value, secret })).toEqual(claims)
})

test('one that is not used for two weeks has ended, whatever its own end says', async () => {
  const value = await signIn()
  wait(14 * day)
  expect(await readSessionToken({ value, secret })).toBeNull()
  expect(await renewSessionToken({ value, secret })).toBeNull()
})

test('one in use gets a new token a day, and none in between', async () => {
  const value = await signIn()
  wait(day - 1000)
  expect(await renewSessionToken({ value, secret })).toBeNull()
  wait(1000)
  const renewed = await renewSessionToken({ value, secret })
  expect(renewed?.maxAge).toBe(14 * 24 * 60 * 60)
  wait(13 * day + 1000)
  expect(await readSessionToken({ value, secret })).toBeNull()
  expect(await readSessionToken({ value: renewed?.value, secret })).toEqual(claims)
})

test('however much it is used it ends after thirty days, and so does its last token', async () => {
  let value = await signIn()
  let maxAge = 0
  for (const days of [10, 10, 9]) {
    wait(days * day)
    const renewed = await renewSessionToken({ value, secret })
    value = renewed?.value ?? ''
    maxAge = renewed?.maxAge ?? 0
  }
  expect(maxAge).toBe(24 * 60 * 60)
  wait(day - 1000)
  expect(await readSessionToken({ value, secret })).toEqual(claims)
  wait(1000)
  expect(await readSessionToken({ value, secret })).toBeNull()
  // A token that lives longer, as the ones before this rule do.
  const older = await signIn()
  expect(await readSessionToken({ value: older, secret })).toBeNull()
})

test('one that began by a clock hours ahead is none once the clock is right', async () => {
  wait(6 * 60 * 60 * 1000)
  claims.auth_time = Date.now() / 1000
  const value = await signIn()
  expect(await readSessionToken({ value, secret })).toEqual(claims)
  wait(-6 * 60 * 60 * 1000)
  expect(await readSessionToken({ value, secret })).toBeNull()
})

test.each(['', 'x', 'eyJhbGciOiJub25lIn0.e30.'])('"%s" is no session', async (value) => {
  expect(await readSessionToken({ value, secret })).toBeNull()
  expect(await readSessionToken({ value: await signIn(), secret: 'another' })).toBeNull()
})
