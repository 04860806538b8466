import { importJWK, type JWTPayload, SignJWT } from 'jose'
import type { PrivateJwk } from './parse-config.ts'
import type { SessionClaims } from './session-schema.ts'

export const apiAudience = 'codify-api'
const lifetimeSeconds = 5 * 60
const serviceLifetimeSeconds = 60

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
  const payload = { name: session.name, auth_time: session.auth_time }
  return sign({ subject: session.sub, payload, signer, now, expires: now + lifetimeSeconds })
}

/** The web app's own token, which opens only the API's internal sign-in calls. */
export async function signServiceToken({ signer, now }: { signer: Signer; now: number }): Promise<string> {
  return sign({
    subject: 'web',
    payload: { scope: 'auth' },
    signer,
    now,
    expires: now + serviceLifetimeSeconds,
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
