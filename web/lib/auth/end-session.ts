import 'server-only'
import { setTimeout as delay } from 'node:timers/promises'
import { headers } from 'next/headers'
import { z } from 'zod'
import { ApiError, unwrap } from '../api-error.ts'
import { apiTokenFor } from '../api-token.ts'
import { getConfig } from '../config.ts'
import { forwardedAddress } from '../forwarded-address.ts'
import { getLogger } from '../logger.ts'
import type { SessionClaims } from '../session-schema.ts'
import { sessionSeconds } from '../session-token.ts'

/** Nobody waits longer than this to be signed out here, or for a page. */
const patienceMilliseconds = 3_000
const retryMilliseconds = 5_000
const mostWaiting = 10_000

/** Sessions whose end the API has not heard of yet. */
const waiting = new Set<SessionClaims>()
let isRetrying = false

/** Ends a session at the API, so that a copy of its cookie is of no use. While the API is away the end is retried. */
export async function endSession(session: SessionClaims): Promise<void> {
  if (await isEnded(session, await forwardedAddress(await headers()))) return
  getLogger().warn({ learner: session.sub }, 'a session could not be ended yet; it is tried again')
  if (waiting.size < mostWaiting) waiting.add(session)
  if (!isRetrying) void retry()
}

async function retry(): Promise<void> {
  isRetrying = true
  while (waiting.size > 0) {
    await delay(retryMilliseconds, undefined, { ref: false })
    for (const session of [...waiting]) {
      waiting.delete(session)
      if (hasRunOut(session) || (await isEnded(session))) continue
      // Behind the others, until the next round.
      waiting.add(session)
      break
    }
  }
  isRetrying = false
}

function hasRunOut({ auth_time }: SessionClaims): boolean {
  return auth_time + sessionSeconds < Date.now() / 1000
}

async function isEnded(session: SessionClaims, more: Record<string, string> = {}): Promise<boolean> {
  try {
    await unwrap(callApi('POST', '/v1/me/sign-out', session, more), z.undefined())
    return true
  } catch (err) {
    return isEndOfSession(err)
  }
}

/** True if the API says that a session has ended. Without an answer the session goes on. */
export async function hasSessionEnded(session: SessionClaims): Promise<boolean> {
  try {
    await unwrap(callApi('GET', '/v1/me/session', session), z.undefined())
    return false
  } catch (err) {
    // A token that the API cannot accept at all (a wrong clock, a wrong key) says nothing of the session.
    return isEndOfSession(err)
  }
}

function isEndOfSession(err: unknown): boolean {
  return err instanceof ApiError && err.code === 'auth.session_ended'
}

async function callApi(
  method: string,
  path: string,
  session: SessionClaims,
  more: Record<string, string> = {},
): Promise<Response> {
  return fetch(getConfig().apiUrl + path, {
    method,
    headers: { authorization: `Bearer ${await apiTokenFor(session)}`, ...more },
    signal: AbortSignal.timeout(patienceMilliseconds),
    cache: 'no-store',
  })
}
