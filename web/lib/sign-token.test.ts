import { createLocalJWKSet, decodeProtectedHeader, exportJWK, generateKeyPair, jwtVerify } from 'jose'
import { beforeAll, expect, test } from 'vitest'
import type { PrivateJwk } from './parse-config.ts'
import { type Signer, signLearnerToken, signServiceToken } from './sign-token.ts'

const now = 1_790_000_000
const issuer = 'https://codify.example.org'
const session = {
  sub: '0b4e6e0c-6f0e-5d55-9b57-2d1b7a1a6a11',
  name: 'Ada',
  email: 'ada@example.org',
  auth_time: now - 3600,
}
let signer: Signer

beforeAll(async () => {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
  const { x = '', d = '' } = await exportJWK(privateKey)
  const privateJwk: PrivateJwk = { kty: 'OKP', crv: 'Ed25519', x, d, kid: 'test' }
  signer = { privateJwk, issuer }
})

async function verify(token: string) {
  const { d: _, ...publicJwk } = signer.privateJwk
  const keys = createLocalJWKSet({ keys: [publicJwk] })
  const options = { algorithms: ['EdDSA'], issuer, audience: 'codify-api', currentDate: new Date(now * 1000) }
  return (await jwtVerify(token, keys, options)).payload
}

test('a learner token names the learner and nothing more than the API needs', async () => {
  const token = await signLearnerToken({ session, signer, now })
  expect(decodeProtectedHeader(token)).toEqual({ alg: 'EdDSA', kid: 'test', typ: 'JWT' })
  expect(await verify(token)).toEqual({
    sub: session.sub,
    name: 'Ada',
    auth_time: now - 3600,
    iss: issuer,
    aud: 'codify-api',
    iat: now,
    exp: now + 300,
  })
})

test('a learner token names its session, if that has an id', async () => {
  const sid = '5a1f2c3d-0000-4000-8000-000000000001'
  const claims = await verify(await signLearnerToken({ session: { ...session, sid }, signer, now }))
  expect(claims.sid).toBe(sid)
})

test('the service token speaks for the web server, for a minute', async () => {
  const claims = await verify(await signServiceToken({ scope: 'auth', signer, now }))
  expect(claims).toMatchObject({ sub: 'web', scope: 'auth', exp: now + 60 })
})

test('the token that vouches for addresses has a scope of its own', async () => {
  const claims = await verify(await signServiceToken({ scope: 'forward', signer, now }))
  expect(claims).toMatchObject({ sub: 'web', scope: 'forward', exp: now + 300 })
})
