import { randomUUID } from 'node:crypto'
import { type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose'
import { describe, expect, test } from 'vitest'
import { sessionIdOf } from '../modules/learners/learners.models.ts'
import { createTokenVerifier } from './auth/token-verifier.ts'

const issuer = 'https://codify.example'
const NOW = 1_780_000_000
const clock = () => new Date(NOW * 1000)
const sub = randomUUID()

const keys = await generateKeyPair('EdDSA', { extractable: true })
const nextKeys = await generateKeyPair('EdDSA', { extractable: true })
const strangerKeys = await generateKeyPair('EdDSA')
const publicJwk = async (key: CryptoKey, kid: string) => {
  const { x = '' } = await exportJWK(key)
  return { kty: 'OKP' as const, crv: 'Ed25519' as const, x, kid }
}
const first = await publicJwk(keys.publicKey, 'first')
const jwks = { keys: [first, await publicJwk(nextKeys.publicKey, 'next')] }
const verify = createTokenVerifier({ auth: { issuers: [issuer], jwks, jwksUrl: undefined }, clock })

const good: JWTPayload = { iss: issuer, aud: 'codify-api', sub, name: 'Ada', iat: NOW, exp: NOW + 300 }
type SignWith = { key?: CryptoKey; kid?: string; header?: Record<string, unknown> }
function sign(claims: JWTPayload, { key = keys.privateKey, kid = 'first', header = {} }: SignWith = {}) {
  return new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA', typ: 'JWT', kid, ...header }).sign(key)
}
const refused = expect.objectContaining({ status: 401, code: 'auth.invalid_token' })

describe('a good token', () => {
  test('names the learner and when the session began', async () => {
    const sid = randomUUID()
    expect(await verify(await sign({ ...good, sid, auth_time: NOW - 3600 }))).toEqual({
      kind: 'learner',
      id: sub,
      name: 'Ada',
      authTime: NOW - 3600,
      sessionId: sid,
    })
    const sessionId = sessionIdOf({ learnerId: sub, authTime: NOW - 3600 })
    expect(await verify(await sign({ ...good, auth_time: NOW - 3600 }))).toMatchObject({ sessionId })
    expect(await verify(await sign(good))).toMatchObject({ authTime: NOW })
  })

  test('may be signed by any of the public keys, as while keys are changed', async () => {
    const token = await sign(good, { key: nextKeys.privateKey, kid: 'next' })
    expect(await verify(token)).toMatchObject({ id: sub })
  })

  test('may name no key, also where there are several', async () => {
    for (const key of [keys.privateKey, nextKeys.privateKey]) {
      const token = await new SignJWT(good).setProtectedHeader({ alg: 'EdDSA', typ: 'JWT' }).sign(key)
      expect(await verify(token)).toMatchObject({ id: sub })
    }
    const stranger = await new SignJWT(good)
      .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT' })
      .sign(strangerKeys.privateKey)
    await expect(verify(stranger)).rejects.toEqual(refused)
  })

  test('of another signer may leave out its type, its name and when it was made', async () => {
    for (const typ of [undefined, 'jwt'])
      expect(await verify(await sign(good, { header: { typ } }))).toMatchObject({ id: sub })
    const { name: _name, iat: _iat, ...bare } = good
    // The earliest moment that is possible: so that "sign out everywhere" ends such a token too.
    expect(await verify(await sign(bare))).toMatchObject({ name: 'Learner', authTime: NOW - 300 })
    expect(await verify(await sign({ ...bare, exp: NOW + 600 }))).toMatchObject({ authTime: NOW })
  })

  test('of web itself is a service, not a learner', async () => {
    const token = await sign({ ...good, sub: 'web', scope: 'auth' })
    expect(await verify(token)).toEqual({ kind: 'service' })
    const forwarder = await sign({ ...good, sub: 'web', scope: 'forward' })
    expect(await verify(forwarder)).toEqual({ kind: 'forwarder' })
  })

  test.each([
    ['none', undefined, 'Learner'],
    ['an empty one', '  ', 'Learner'],
    ['control characters only', '\0\u0007', 'Learner'],
    ['a NUL within', 'A\0da', 'Ada'],
    ['a long one', '👩'.repeat(90), '👩'.repeat(80)],
  ])('has a name that can be stored: %s', async (_, name, shown) => {
    expect(await verify(await sign({ ...good, name }))).toMatchObject({ name: shown })
  })
})

describe('refused is a token', () => {
  test.each<[string, JWTPayload]>([
    ['that has run out', { ...good, iat: NOW - 400, exp: NOW - 100 }],
    ['without an end', { ...good, exp: undefined }],
    ['of another issuer', { ...good, iss: 'https://other.example' }],
    ['without an issuer', { ...good, iss: undefined }],
    ['for another audience', { ...good, aud: 'other-api' }],
    ['without an audience', { ...good, aud: undefined }],
    ['without a subject', { ...good, sub: undefined }],
    ['whose subject is no UUID', { ...good, sub: 'ada@example.org' }],
    ['that lives eleven minutes', { ...good, exp: NOW + 660 }],
    ['that lives an hour and says it is not born yet', { ...good, iat: NOW + 3300, exp: NOW + 3600 }],
    ['that lives an hour and does not say since when', { ...good, iat: undefined, exp: NOW + 3600 }],
    ['that lives eleven minutes and does not say since when', { ...good, iat: undefined, exp: NOW + 660 }],
    ['that ran out and does not say when it was made', { ...good, iat: undefined, exp: NOW - 60 }],
    ['that is not valid yet', { ...good, nbf: NOW + 120 }],
    ['of a session from the future', { ...good, auth_time: NOW + 120 }],
    ['of a session that began 32 days ago', { ...good, auth_time: NOW - 32 * 24 * 3600 }],
    ['whose session began before time', { ...good, auth_time: -1 }],
    ['whose subject is web without the scope', { ...good, sub: 'web' }],
    ['whose subject is web with another scope', { ...good, sub: 'web', scope: 'admin' }],
  ])('%s', async (_, claims) => {
    await expect(verify(await sign(claims))).rejects.toEqual(refused)
  })

  test.each<[string, Record<string, unknown>]>([
    ['another type', { typ: 'at+jwt' }],
    ['the type of a sign-in link', { typ: 'link' }],
    ['the address of a key', { jku: 'https://codify.example/.well-known/jwks.json' }],
    ['a key', { jwk: { kty: 'OKP', crv: 'Ed25519', x: first.x } }],
    ['a certificate', { x5c: ['MIIB'] }],
    ['the address of a certificate', { x5u: 'https://codify.example/cert' }],
    ['a content type', { cty: 'JWT' }],
    ['a key id that is a path', { kid: '../../dev/null' }],
    ['a key id that is SQL', { kid: "first' or '1'='1" }],
  ])('whose header has %s', async (_, header) => {
    await expect(verify(await sign(good, { header }))).rejects.toEqual(refused)
  })

  test('signed by a stranger, under a known or an unknown key id', async () => {
    for (const kid of ['first', 'unknown'])
      await expect(verify(await sign(good, { key: strangerKeys.privateKey, kid }))).rejects.toEqual(refused)
    await expect(verify(await sign(good, { kid: 'unknown' }))).rejects.toEqual(refused)
  })

  test('signed with the public key as a shared secret', async () => {
    for (const secret of [
      Buffer.from(first.x, 'base64url'),
      Buffer.from(first.x),
      Buffer.from(JSON.stringify(first)),
    ]) {
      const padded = Buffer.concat([secret, Buffer.alloc(Math.max(0, 32 - secret.length))])
      const token = await new SignJWT(good)
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid: 'first' })
        .sign(padded)
      await expect(verify(token)).rejects.toEqual(refused)
    }
  })

  test('of another algorithm', async () => {
    const { privateKey } = await generateKeyPair('ES256')
    const token = await new SignJWT(good)
      .setProtectedHeader({ alg: 'ES256', typ: 'JWT', kid: 'first' })
      .sign(privateKey)
    await expect(verify(token)).rejects.toEqual(refused)
  })

  test('without a signature', async () => {
    await expect(verify(new UnsecuredJWT(good).encode())).rejects.toEqual(refused)
    const [header, payload] = (await sign(good)).split('.')
    await expect(verify(`${header}.${payload}.`)).rejects.toEqual(refused)
  })

  test('that brings its own key', async () => {
    const jwk = await exportJWK(nextKeys.publicKey)
    const header = { alg: 'EdDSA', typ: 'JWT', kid: 'mine', jwk, jku: 'https://attacker.example/jwks.json' }
    const token = await new SignJWT(good).setProtectedHeader(header).sign(nextKeys.privateKey)
    await expect(verify(token)).rejects.toEqual(refused)
  })

  test('changed after it was signed', async () => {
    const [header, , signature] = (await sign(good)).split('.')
    const changed = Buffer.from(JSON.stringify({ ...good, sub: randomUUID() })).toString('base64url')
    await expect(verify(`${header}.${changed}.${signature}`)).rejects.toEqual(refused)
  })
})
