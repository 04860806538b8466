import { importJWK, type JWTPayload, SignJWT } from 'jose'
import type { PrivateJwk } from './parse-config.ts'
import type { SessionClaims } from './session-schema.ts'

export const apiAudience = 'codify-api'
const lifetimeSeconds = 5 * 60
const serviceLifetimeSeconds = { auth: 60, forward: lifetimeSeconds }

/** The one signing key, and the issuer that the API knows it by. */
export type Signer = { privateJwk: PrivateJwk; issuer: string }

/** A token for the API in the name of a learner, good for five minutes from `now` (seconds). */
export async function signLearnerToken({
  session,
  signer,
  now,
}: {
  session: SessionClaims
  signer: Signer
  now: number
}): Promise<string> {
  const { name, auth_time, sid } = session
  const payload = { name, auth_time, ...(sid !== undefined && { sid }) }
  return sign({ subject: session.sub, payload, signer, now, expires: now + lifetimeSeconds })
}

/**
 * The web app's own token: of scope `auth` it opens only the API's internal sign-in calls, of scope `forward` it opens
 * nothing and vouches for a caller's network address.
 */
export async function signServiceToken({
  scope,
  signer,
  now,
}: {
  scope: 'auth' | 'forward'
  signer: Signer
  now: number
}): Promise<string> {
  return sign({
    subject: 'web',
    payload: { scope },
    signer,
    now,
    expires: now + serviceLifetimeSeconds[scope],
  })
}

type SignInput = { subject: string; payload: JWTPayload; signer: Signer; now: number; expires: number }

async function sign({ subject, payload, signer, now, expires }: SignInput): Promise<string> {
  const { kid } = signer.privateJwk
  return new SignJWT(payload)
    .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT', ...(kid === undefined ? {} : { kid }) })
    .setSubject(subject)
    .setIssuer(signer.issuer)
    .setAudience(apiAudience)
    .setIssuedAt(now)
    .setExpirationTime(expires)
    .sign(await importJWK(signer.privateJwk, 'EdDSA'))
}
