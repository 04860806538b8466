import { type NextRequest, NextResponse } from 'next/server'
import { hasSessionEnded } from './lib/auth/end-session.ts'
import { createKnownSessions } from './lib/auth/known-sessions.ts'
import { signedOut } from './lib/auth/signed-out.ts'
import { getConfig } from './lib/config.ts'
import { contentSecurityPolicy } from './lib/content-security-policy.ts'
import { getLogger } from './lib/logger.ts'
import { crossSite } from './lib/problem-details.ts'
import { requestIdHeader, requestIdOf } from './lib/request-id.ts'
import { isProtectedPath, routes } from './lib/routes.ts'
import { siteOf } from './lib/same-origin.ts'
import { readSessionCookie, renewSessionCookie, sessionCookieName } from './lib/session-cookie.ts'
import { sessionKey } from './lib/session-schema.ts'

/** So that a copied cookie opens no page after its session was signed out, however little the page asks of the API. */
const hasEnded = createKnownSessions({ keyOf: sessionKey, ask: hasSessionEnded, now: Date.now })

const methods = ['GET', 'HEAD', 'POST', 'OPTIONS']

/** Before every page: an id for the request, the rules for scripts, and the gate of the protected pages. */
export async function proxy(request: NextRequest): Promise<Response> {
  const { publicUrl } = getConfig()
  const { pathname, search } = request.nextUrl
  const requestId = requestIdOf(request.headers)
  if (!methods.includes(request.method))
    return new NextResponse(null, { status: 405, headers: { allow: methods.join(', ') } })
  // NextAuth's own token stands in for what says nothing; a mail program may end the mails it brings.
  const { method } = request
  if (
    siteOf({ method, headers: request.headers, ownOrigin: publicUrl }) === 'another' &&
    !isOneClick(pathname)
  )
    return crossSite(requestId)
  const headers = new Headers(request.headers)
  headers.set(requestIdHeader, requestId)
  headers.set('x-codify-path', pathname + withoutRouterState(search))

  const cookie = request.cookies.get(sessionCookieName())?.value
  if (isProtectedPath(pathname)) {
    const session = await readSessionCookie(cookie)
    if (!session) {
      if (cookie) getLogger().info({ request_id: requestId, path: pathname }, 'session refused')
      const signIn = NextResponse.redirect(
        new URL(routes.signIn(pathname + withoutRouterState(search)), publicUrl),
      )
      signIn.headers.set(requestIdHeader, requestId)
      return signIn
    }
    if (await hasEnded(session)) {
      getLogger().info({ request_id: requestId, path: pathname }, 'session ended')
      const signIn = signedOut(pathname + withoutRouterState(search))
      signIn.headers.set(requestIdHeader, requestId)
      return signIn
    }
  }

  const nonce = btoa(crypto.randomUUID())
  const policy = contentSecurityPolicy({
    nonce,
    isHttps: publicUrl.startsWith('https:'),
    isDevelopment: process.env.NODE_ENV === 'development',
  })
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  response.headers.set(requestIdHeader, requestId)
  const renewed = await renewSessionCookie(cookie)
  if (renewed) response.cookies.set(renewed)
  return response
}

/** RFC 8058: whoever shows the mail posts there, from wherever that is; the key in the address is the proof. */
function isOneClick(pathname: string): boolean {
  return pathname === '/unsubscribe/now'
}

/** The router's own cache key is no part of the address. */
function withoutRouterState(search: string): string {
  const query = new URLSearchParams(search)
  query.delete('_rsc')
  const left = query.toString()
  return left ? `?${left}` : ''
}

/** Not for what has its own answer (the API proxy, which streams) or none of the rules (static files). */
export const config = {
  matcher: '/((?!api/v1/|sandbox/|_next/static|_next/image|icon.svg|robots.txt|healthz|\\.well-known).*)',
}
