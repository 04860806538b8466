import { NextResponse } from 'next/server'
import { z } from 'zod'
import { ApiError, unwrap } from '@/lib/api-error.ts'
import { apiTokenFor } from '@/lib/api-token.ts'
import { getConfig } from '@/lib/config.ts'
import { routes } from '@/lib/routes.ts'
import { safePath } from '@/lib/safe-path.ts'
import { getSession } from '@/lib/session.ts'
import { cookieOptions, sessionCookieName } from '@/lib/session-cookie.ts'

export const dynamic = 'force-dynamic'

/**
 * Clears a session that the API no longer accepts, then asks to sign in again. Another site may send a
 * learner here, so a session that is still good is kept.
 */
export async function GET(request: Request): Promise<Response> {
  const { publicUrl } = getConfig()
  const returnTo = safePath(new URL(request.url).searchParams.get('callbackUrl'))
  if (await isStillGood()) return NextResponse.redirect(publicUrl + (returnTo ?? routes.home))
  const signIn = new URL(routes.signIn(returnTo), publicUrl)
  signIn.searchParams.set('ended', '1')
  const response = NextResponse.redirect(signIn)
  response.cookies.set(sessionCookieName(), '', { ...cookieOptions(), maxAge: 0 })
  return response
}

async function isStillGood(): Promise<boolean> {
  const session = await getSession()
  if (!session) return false
  // Public, but refused to a token of a session that has ended.
  const answer = fetch(`${getConfig().apiUrl}/v1/topics`, {
    headers: { authorization: `Bearer ${await apiTokenFor(session)}` },
    signal: AbortSignal.timeout(10_000),
    cache: 'no-store',
  })
  try {
    await unwrap(answer, z.unknown())
    return true
  } catch (error) {
    // A token that the API cannot accept at all (a wrong clock, a wrong key) says nothing of the session.
    return error instanceof ApiError && error.code !== 'auth.session_ended'
  }
}
