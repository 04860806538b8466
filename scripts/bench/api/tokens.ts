import { createHash, createPrivateKey, randomUUID, sign } from 'node:crypto'
import type { PrivateJwk } from '../../serve/jwk.ts'

export const ISSUER = 'http://localhost:3000'
export type Signer = PrivateJwk

/** The learner of that number, as `bench-database.ts` numbers them. */
export function learnerId(number: number): string {
  const hex = createHash('md5').update(`learner ${number}`).digest('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** Authorization header that the web app would send for a learner: a token of ten minutes. */
export function bearer({ learner, signer }: { learner: string; signer: Signer }): Record<string, string> {
  const now = Math.floor(Date.now() / 1000)
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  // A session of its own: the learners' ids are digests, which name none.
  const session = { sid: randomUUID(), auth_time: now }
  const claims = {
    iss: ISSUER,
    aud: 'codify-api',
    sub: learner,
    name: 'Bench',
    ...session,
    iat: now,
    exp: now + 595,
  }
  const content = `${part({ alg: 'EdDSA', typ: 'JWT', kid: signer.kid })}.${part(claims)}`
  const key = createPrivateKey({
    key: { kty: signer.kty, crv: signer.crv, x: signer.x, d: signer.d },
    format: 'jwk',
  })
  return { authorization: `Bearer ${content}.${sign(null, Buffer.from(content), key).toString('base64url')}` }
}
