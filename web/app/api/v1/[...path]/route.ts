import type { NextRequest } from 'next/server'
import { apiTokenFor } from '@/lib/api-token.ts'
import { mailNewToken } from '@/lib/auth/mail-new-token.ts'
import { getConfig } from '@/lib/config.ts'
import { corsHeaders } from '@/lib/cors.ts'
import { forwardedAddress } from '@/lib/forwarded-address.ts'
import { getLogger } from '@/lib/logger.ts'
import { personalTokenOf } from '@/lib/personal-token.ts'
import { crossSite, problemResponse } from '@/lib/problem-details.ts'
import {
  headersToApi,
  headersToBrowser,
  isInternalPath,
  isUpload,
  largestBody,
  patienceMilliseconds,
  readLimited,
} from '@/lib/proxy-request.ts'
import { requestIdHeader, requestIdOf } from '@/lib/request-id.ts'
import { isFromOurSite } from '@/lib/same-origin.ts'
import { readSessionCookie, sessionCookieName } from '@/lib/session-cookie.ts'

/**
 * The one way from outside to the API: adds who is signed in, or passes a personal token on, and lets only what is
 * safe through.
 */
async function handle(request: NextRequest): Promise<Response> {
  const started = performance.now()
  const requestId = requestIdOf(request.headers)
  const path = request.nextUrl.pathname.replace(/^\/api/, '')
  const response = await forward({ request, path, requestId })
  const ms = Math.round(performance.now() - started)
  getLogger().info(
    { request_id: requestId, method: request.method, path, status: response.status, ms },
    'api call',
  )
  for (const [name, value] of Object.entries(corsOf(request))) response.headers.set(name, value)
  return response
}

/** A browser asks before it sends a token from another site. */
function preflight(request: NextRequest): Response {
  const allow = 'GET, POST, PUT, PATCH, DELETE, OPTIONS'
  return new Response(null, { status: 204, headers: { allow, ...corsOf(request) } })
}

function corsOf({ method, headers }: NextRequest): Record<string, string> {
  return corsHeaders({
    origin: headers.get('origin'),
    allowed: getConfig().corsOrigins,
    isPreflight: method === 'OPTIONS',
  })
}

type ForwardInput = { request: NextRequest; path: string; requestId: string }

async function forward({ request, path, requestId }: ForwardInput): Promise<Response> {
  const { method } = request
  const { apiUrl, publicUrl } = getConfig()
  if (isInternalPath(path)) return notFound(requestId)
  const personalToken = personalTokenOf(request.headers)
  // A personal token is sent by a program on purpose; no browser adds it to a request of another site.
  if (
    personalToken === undefined &&
    !isFromOurSite({ method, headers: request.headers, ownOrigin: publicUrl })
  ) {
    getLogger().info({ request_id: requestId, path, code: 'request.cross_site' }, 'refused')
    return crossSite(requestId)
  }
  const upload = personalToken === undefined && isUpload({ method, path }) ? request.body : null
  const small = method === 'GET' || upload ? undefined : await readLimited(request.body, largestBody)
  if (small === null) return tooLarge(requestId)
  const headers = headersToApi(request.headers)
  headers.set(requestIdHeader, requestId)
  for (const [name, value] of Object.entries(await forwardedAddress(request.headers)))
    headers.set(name, value)
  const session = personalToken === undefined ? await sessionOf(request, { requestId, path }) : undefined
  if (personalToken !== undefined) headers.set('authorization', `Bearer ${personalToken}`)
  else if (session) headers.set('authorization', `Bearer ${await apiTokenFor(session)}`)
  const tooLate = new AbortController()
  const limit = setTimeout(
    () => tooLate.abort(new Error('the API did not answer in time')),
    patienceMilliseconds({ headers: request.headers, isUpload: upload !== null }),
  )
  try {
    const answer = await fetch(apiUrl + path + request.nextUrl.search, {
      method,
      headers,
      ...(upload ? { body: upload, duplex: 'half' } : { body: small?.byteLength ? small : undefined }),
      signal: AbortSignal.any([request.signal, tooLate.signal]),
      redirect: 'manual',
      cache: 'no-store',
    })
    const passed = headersToBrowser(answer.headers)
    passed.set(requestIdHeader, requestId)
    if (session && method === 'POST' && path === '/v1/tokens' && answer.status === 201)
      mailNewToken({ email: session.email, answer: await answer.clone().json() })
    return new Response(answer.body, { status: answer.status, headers: passed })
  } catch (err) {
    if (!request.signal.aborted) getLogger().error({ err, request_id: requestId, path }, 'api unreachable')
    return unreachable(requestId)
  } finally {
    // Only the beginning has to come in time; a stream goes on.
    clearTimeout(limit)
  }
}

async function sessionOf(request: NextRequest, logged: { requestId: string; path: string }) {
  const cookie = request.cookies.get(sessionCookieName())?.value
  const session = await readSessionCookie(cookie)
  if (cookie && !session)
    getLogger().info({ request_id: logged.requestId, path: logged.path }, 'session refused')
  return session
}

function notFound(requestId: string): Response {
  return problemResponse({
    status: 404,
    title: 'Not found',
    code: 'route.not_found',
    detail: 'There is nothing at this address.',
    requestId,
  })
}

function tooLarge(requestId: string): Response {
  return problemResponse({
    status: 413,
    title: 'Too large',
    code: 'request.too_large',
    detail: 'A request may have at most 64 KB.',
    requestId,
  })
}

function unreachable(requestId: string): Response {
  return problemResponse({
    status: 503,
    title: 'Unavailable',
    code: 'api.unreachable',
    detail: 'Codify cannot be reached right now. Try again in a moment.',
    requestId,
    headers: { 'retry-after': '5' },
  })
}

export {
  handle as DELETE,
  handle as GET,
  handle as PATCH,
  handle as POST,
  handle as PUT,
  preflight as OPTIONS,
}
