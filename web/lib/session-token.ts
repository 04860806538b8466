import { decode, encode } from 'next-auth/jwt'
import { z } from 'zod'
import { type SessionClaims, sessionClaimsSchema } from './session-schema.ts'

const day = 24 * 60 * 60
/** A session ends after this, whatever happens. */
export const sessionSeconds = 30 * day
/** And after this when nobody uses it. */
export const idleSeconds = 14 * day
/** Tolerated difference of clocks: a session from later than that was made by a wrong clock, and the API refuses it. */
const aheadSeconds = 60
/** How old the cookie of a session in use becomes before it gets a new one. */
const renewAfterSeconds = day

const issuedSchema = z.object({ iat: z.number() })

/** The claims of a session's token, or null for one that is missing, forged, expired or was not used for two weeks. */
export async function readSessionToken(given: {
  value: string | undefined
  secret: string
}): Promise<SessionClaims | null> {
  return (await open(given))?.claims ?? null
}

/** A new token for a session in use whose own is a day old; null when it needs none, or there is no session. */
export async function renewSessionToken(given: {
  value: string | undefined
  secret: string
}): Promise<{ value: string; maxAge: number } | null> {
  const session = await open(given)
  if (!session || session.issuedAt + renewAfterSeconds > now()) return null
  const maxAge = Math.min(idleSeconds, Math.floor(session.claims.auth_time + sessionSeconds - now()))
  return { value: await encode({ token: session.claims, secret: given.secret, maxAge }), maxAge }
}

async function open({
  value,
  secret,
}: {
  value: string | undefined
  secret: string
}): Promise<{ claims: SessionClaims; issuedAt: number } | null> {
  if (!value) return null
  try {
    const token = await decode({ token: value, secret })
    const claims = sessionClaimsSchema.parse(token)
    const { iat } = issuedSchema.parse(token)
    const isGood =
      claims.auth_time <= now() + aheadSeconds &&
      claims.auth_time + sessionSeconds > now() &&
      iat + idleSeconds > now()
    return !isGood ? null : { claims, issuedAt: iat }
  } catch {
    return null
  }
}

function now(): number {
  return Date.now() / 1000
}
