import 'server-only'
import { setTimeout as delay } from 'node:timers/promises'
import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { z } from 'zod'
import { getConfig } from '../config.ts'
import { getLogger } from '../logger.ts'
import { routes } from '../routes.ts'
import { createAuthOptions } from './auth-options.ts'
import { noteFailure, notingFailure } from './noted-failure.ts'

/** Longer than the time limits of all calls to a provider; one that trickles its answer runs into this. */
const patienceMilliseconds = 20_000

const answerSchema = z.object({ url: z.string() })

export type AuthContext = { params: Promise<{ nextauth: string[] }> }

/** next-auth with our error page: whatever goes wrong, a browser ends on a page that says what would work. */
export async function handleAuth(request: NextRequest, context: AuthContext): Promise<Response> {
  const [action = '', provider = ''] = (await context.params).nextauth
  const { value: answer, failure } = await notingFailure(() => answerInTime(request, context, provider))
  const target = await targetOf(answer, action)
  const hasFailed = answer.status >= 500 || isOfNextAuth(target)
  const error = failure && hasFailed ? failure : errorOf({ request, answer, target })
  if (error === undefined) return answer
  getLogger().info({ provider, reason: error }, 'sign-in refused')
  const page = new URL(routes.signInErrorOf({ error, provider }), getConfig().publicUrl)
  const headers = new Headers(answer.headers)
  if (target && !answer.headers.has('location')) return Response.json({ url: page.href }, { headers })
  headers.delete('content-type')
  headers.set('location', page.href)
  return new Response(null, { status: 302, headers })
}

async function answerInTime(request: NextRequest, context: AuthContext, provider: string): Promise<Response> {
  const limit = new AbortController()
  try {
    const answer = NextAuth(request, context, createAuthOptions())
    // Mail has time limits of its own.
    if (provider === '' || provider === 'email') return await answer
    return await Promise.race([answer, tooLate(limit.signal)])
  } catch (err) {
    getLogger().error({ err, provider }, 'sign-in failed')
    noteFailure(err instanceof TooLate ? 'ProviderUnavailable' : 'Unavailable')
    return new Response(null, { status: 503 })
  } finally {
    limit.abort()
  }
}

class TooLate extends Error {}

async function tooLate(signal: AbortSignal): Promise<never> {
  await delay(patienceMilliseconds, undefined, { signal })
  throw new TooLate('a provider did not answer in time')
}

/** Where an answer leads: by a redirect, or in JSON where a script of ours asked. */
async function targetOf(answer: Response, action: string): Promise<URL | undefined> {
  const { publicUrl } = getConfig()
  const location = answer.headers.get('location')
  if (location !== null) return new URL(location, publicUrl)
  if (!['signin', 'signout', 'callback'].includes(action)) return undefined
  const body: unknown = await answer
    .clone()
    .json()
    .catch(() => undefined)
  const { data } = answerSchema.safeParse(body)
  return data && new URL(data.url, publicUrl)
}

function isOfNextAuth(target: URL | undefined): boolean {
  return target?.pathname === '/api/auth/error' || target?.pathname === '/api/auth/signin'
}

/** The code that next-auth itself gives an error, if the answer is one. */
function errorOf({
  request,
  answer,
  target,
}: {
  request: NextRequest
  answer: Response
  target: URL | undefined
}): string | undefined {
  if (target?.pathname === '/api/auth/error') return target.searchParams.get('error') ?? 'Unknown'
  if (target?.pathname === '/api/auth/signin' && target.searchParams.has('csrf')) return 'CookiesBlocked'
  // Words of next-auth's own, which a browser would show as they are.
  if (answer.status >= 400 && request.method === 'GET') return 'Unknown'
  return undefined
}
