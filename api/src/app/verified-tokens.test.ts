import { randomUUID } from 'node:crypto'
import http from 'node:http'
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { SESSION_MAX_SECONDS } from '../modules/learners/learners.models.ts'
import { createTokenVerifier } from './auth/token-verifier.ts'
import { createVerifiedTokens } from './auth/verified-tokens.ts'

const issuer = 'https://codify.example'
const START = 1_780_000_000
const sub = randomUUID()
const refused = expect.objectContaining({ status: 401, code: 'auth.invalid_token' })

const [first, next] = await Promise.all([makeKey('first'), makeKey('next')])
let now = START
let published = [first.jwk]
let looks = 0
const server = http.createServer((_, response) => {
  looks += 1
  response.end(JSON.stringify({ keys: published }))
})
let jwksUrl = ''
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  jwksUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`
})
afterAll(() => server.close())
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  now = START
  published = [first.jwk]
  looks = 0
})

async function makeKey(kid: string) {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true })
  const { x = '' } = await exportJWK(publicKey)
  return { kid, privateKey, jwk: { kty: 'OKP' as const, crv: 'Ed25519' as const, x, kid } }
}

function sign({ kid, privateKey }: { kid: string; privateKey: CryptoKey }, claims: Record<string, unknown>) {
  const payload = { iss: issuer, aud: 'codify-api', sub, iat: now, exp: now + 300, ...claims }
  return new SignJWT(payload).setProtectedHeader({ alg: 'EdDSA', typ: 'JWT', kid }).sign(privateKey)
}

const clock = () => new Date(now * 1000)
const byFixedKeys = () =>
  createTokenVerifier({
    auth: { issuers: [issuer], jwks: { keys: [first.jwk, next.jwk] }, jwksUrl: undefined },
    clock,
  })

describe('a token that comes again', () => {
  test('has its signature checked once', async () => {
    const verify = byFixedKeys()
    const checks = vi.spyOn(crypto.subtle, 'verify')
    const token = await sign(first, { name: 'Ada' })
    const identities = [await verify(token), await verify(token), await verify(token)]
    expect(checks).toHaveBeenCalledTimes(1)
    expect(identities).toEqual(Array(3).fill(expect.objectContaining({ id: sub, authTime: START })))
  })

  test('is refused once it has run out', async () => {
    const verify = byFixedKeys()
    const token = await sign(first, {})
    await verify(token)
    now = START + 304
    expect(await verify(token)).toMatchObject({ id: sub })
    now = START + 305
    await expect(verify(token)).rejects.toEqual(refused)
  })

  test('is refused once its session is too old', async () => {
    const verify = byFixedKeys()
    const token = await sign(first, { auth_time: START - SESSION_MAX_SECONDS + 60 })
    expect(await verify(token)).toMatchObject({ id: sub })
    now = START + 61
    await expect(verify(token)).rejects.toEqual(refused)
  })

  test('changed in any part is another token', async () => {
    const verify = byFixedKeys()
    const token = await sign(first, {})
    await verify(token)
    const [header, payload, signature = ''] = token.split('.')
    const other = signature.startsWith('A') ? 'B' : 'A'
    await expect(verify(`${header}.${payload}.${other}${signature.slice(1)}`)).rejects.toEqual(refused)
  })

  test('and was refused is checked and refused again', async () => {
    const verify = byFixedKeys()
    const checks = vi.spyOn(crypto.subtle, 'verify')
    const token = await sign({ ...next, kid: 'first' }, {})
    await expect(verify(token)).rejects.toEqual(refused)
    await expect(verify(token)).rejects.toEqual(refused)
    expect(checks).toHaveBeenCalledTimes(2)
  })
})

describe('when the published keys change', () => {
  const byAddress = () =>
    createTokenVerifier({ auth: { issuers: [issuer], jwks: undefined, jwksUrl }, clock })

  test('a token of a key that is gone is refused with the first look at them', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: START * 1000 })
    const verify = byAddress()
    const old = await sign(first, { exp: START + 600 })
    for (const _ of [1, 2, 3]) expect(await verify(old)).toMatchObject({ id: sub })
    published = [next.jwk]
    vi.setSystemTime((START + 60) * 1000)
    // A key that is not known has them looked at anew.
    expect(await verify(await sign(next, {}))).toMatchObject({ id: sub })
    await expect(verify(old)).rejects.toEqual(refused)
  })

  test('it is refused too when nobody else asks, as soon as they are no longer fresh', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: START * 1000 })
    const verify = byAddress()
    await verify(await sign(first, {}))
    now = START + 590
    vi.setSystemTime(now * 1000)
    const old = await sign(first, {})
    for (const _ of [1, 2, 3]) expect(await verify(old)).toMatchObject({ id: sub })
    expect(looks).toBe(1)
    published = [next.jwk]
    now = START + 605
    vi.setSystemTime(now * 1000)
    await expect(verify(old)).rejects.toEqual(refused)
    expect(looks).toBe(2)
  })
})

test('no more are kept than the bound; the oldest goes', async () => {
  const tokens = createVerifiedTokens<string>({ keysVersion: () => 0, size: 2 })
  const verify = vi.fn(async (token: string) => token.toUpperCase())
  for (const token of ['a', 'b', 'c', 'c', 'b'])
    expect(await tokens.get(token, verify)).toBe(token.toUpperCase())
  expect(verify).toHaveBeenCalledTimes(3)
  await tokens.get('a', verify)
  expect(verify).toHaveBeenCalledTimes(4)
})
