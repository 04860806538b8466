import 'server-only'
import { getConfig } from './config.ts'
import { type SessionClaims, sessionKey } from './session-schema.ts'
import { type Signer, signLearnerToken, signServiceToken } from './sign-token.ts'

const reuseSeconds = 4 * 60
const mostKept = 1000

/** Signing is cheap but not free: a page makes many calls with one token. */
const kept = new Map<string, { token: string; until: number }>()

/** The Bearer token of a session: at most four minutes old, so always good for at least one more. */
export async function apiTokenFor(session: SessionClaims): Promise<string> {
  const now = nowInSeconds()
  const key = sessionKey(session)
  const known = kept.get(key)
  if (known && isStillGood(known, now)) return known.token
  const token = await signLearnerToken({ session, signer: signer(), now })
  if (kept.size >= mostKept) kept.clear()
  kept.set(key, { token, until: now + reuseSeconds })
  return token
}

export async function serviceToken(): Promise<string> {
  return signServiceToken({ scope: 'auth', signer: signer(), now: nowInSeconds() })
}

let forwarder: { token: Promise<string>; until: number } | undefined

/** Proves to the API that it is this server that names a caller's address. One for all calls of four minutes. */
export function forwarderToken(): Promise<string> {
  const now = nowInSeconds()
  if (!forwarder || !isStillGood(forwarder, now))
    forwarder = {
      token: signServiceToken({ scope: 'forward', signer: signer(), now }),
      until: now + reuseSeconds,
    }
  return forwarder.token
}

/** A clock that was ahead and was set back makes no token last longer. */
function isStillGood({ until }: { until: number }, now: number): boolean {
  return until > now && until - now <= reuseSeconds
}

function signer(): Signer {
  const { privateJwk, publicUrl } = getConfig()
  return { privateJwk, issuer: publicUrl }
}

function nowInSeconds(): number {
  return Math.floor(Date.now() / 1000)
}
