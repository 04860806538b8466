import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { generatePrivateJwk, toPublicJwk } from './jwk.ts'
import { resolveSecrets, secretsFile } from './secrets.ts'

const nothingGiven = { nextauthSecret: undefined, privateJwk: undefined, jwks: undefined, jwksUrl: undefined }
let dataDir: string

beforeEach(() => {
  dataDir = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'codify-secrets-')), 'data')
})
afterEach(() => fs.rmSync(path.dirname(dataDir), { recursive: true, force: true }))

test('secrets are made once, for this account only, and leave no draft', () => {
  const first = resolveSecrets({ given: nothingGiven, strict: false, dataDir })
  const second = resolveSecrets({ given: nothingGiven, strict: false, dataDir })
  expect(second).toEqual(first)
  expect(fs.statSync(secretsFile(dataDir)).mode & 0o777).toBe(0o600)
  expect(fs.readdirSync(dataDir)).toEqual(['secrets.json'])
})

test('the public key set verifies what the private key signs, and cannot sign', () => {
  const { AUTH_PRIVATE_JWK, AUTH_JWKS = '' } = resolveSecrets({ given: nothingGiven, strict: false, dataDir })
  const [publicJwk] = JSON.parse(AUTH_JWKS).keys
  const signature = sign(
    null,
    Buffer.from('text'),
    createPrivateKey({ key: JSON.parse(AUTH_PRIVATE_JWK), format: 'jwk' }),
  )
  expect(
    verify(null, Buffer.from('text'), createPublicKey({ key: publicJwk, format: 'jwk' }), signature),
  ).toBe(true)
  expect(publicJwk).not.toHaveProperty('d')
  expect(publicJwk.kid).toBe(JSON.parse(AUTH_PRIVATE_JWK).kid)
})

test('the public set is derived from a given private key, and nothing is written when all is given', () => {
  const privateJwk = generatePrivateJwk()
  const given = { ...nothingGiven, privateJwk, nextauthSecret: 'x'.repeat(32) }
  const secrets = resolveSecrets({ given, strict: true, dataDir })
  expect(JSON.parse(secrets.AUTH_JWKS ?? '')).toEqual({ keys: [toPublicJwk(privateJwk)] })
  expect(fs.existsSync(dataDir)).toBe(false)
})

test('a public set that does not belong to the private key is refused', () => {
  const jwks = { keys: [toPublicJwk(generatePrivateJwk())] }
  const privateJwk = generatePrivateJwk()
  expect(() =>
    resolveSecrets({ given: { ...nothingGiven, privateJwk, jwks }, strict: false, dataDir }),
  ).toThrow(/^AUTH_JWKS/)
})

test('a generated key joins the public keys that were given', () => {
  const jwks = { keys: [toPublicJwk(generatePrivateJwk())] }
  const secrets = resolveSecrets({ given: { ...nothingGiven, jwks }, strict: false, dataDir })
  const own = toPublicJwk(JSON.parse(secrets.AUTH_PRIVATE_JWK))
  expect(JSON.parse(secrets.AUTH_JWKS ?? '')).toEqual({ keys: [...jwks.keys, own] })
})

test('with an address for the public keys none are handed to the API', () => {
  const given = { ...nothingGiven, jwksUrl: 'http://localhost:3000/.well-known/jwks.json' }
  expect(resolveSecrets({ given, strict: false, dataDir }).AUTH_JWKS).toBeUndefined()
})
