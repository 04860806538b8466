import 'server-only'
import { type ApiClient, createApiClient } from '@codify/api/contract'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { z } from 'zod'
import { ApiError, unwrap } from './api-error.ts'
import { apiTokenFor } from './api-token.ts'
import { getConfig } from './config.ts'
import { forwardedAddress } from './forwarded-address.ts'
import { getLogger } from './logger.ts'
import { requestIdHeader, requestIdOf } from './request-id.ts'
import { routes } from './routes.ts'
import { currentPath, getSession } from './session.ts'

export { ApiError, unwrap } from './api-error.ts'

/** A page that waits longer than this is better told so. */
const patienceMilliseconds = 15_000

/** The API for server components: in the name of whoever is signed in, with this request's id. */
export async function serverApi(): Promise<ApiClient> {
  const session = await getSession()
  const incoming = await headers()
  const sent: Record<string, string> = {
    [requestIdHeader]: requestIdOf(incoming),
    ...(await forwardedAddress(incoming)),
  }
  if (session) sent.authorization = `Bearer ${await apiTokenFor(session)}`
  return createApiClient(getConfig().apiUrl, { headers: sent, fetch: fetchInTime })
}

/** Like `unwrap`, for loaders: a session that the API has ended leads to the sign-in page and back. */
export async function load<Schema extends z.ZodType>(
  response: Parameters<typeof unwrap>[0],
  schema: Schema,
): Promise<z.output<Schema>> {
  try {
    return await unwrap(response, schema)
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    // Not the session is at fault then: signing in again would not help, and would be asked for again and again.
    if (error.status !== 401 || error.code === 'auth.invalid_token')
      throw error.requestId ? error : await withRequestId(error)
    const here = await currentPath()
    redirect((await getSession()) ? routes.endSession(here) : routes.signIn(here))
  }
}

/**
 * Returns the loaded value, or undefined while the API cannot give it: for a `part` that a page can be shown without.
 */
export async function ifAvailable<Value>(part: string, loading: Promise<Value>): Promise<Value | undefined> {
  try {
    return await loading
  } catch (err) {
    if (!(err instanceof ApiError)) throw err
    getLogger().warn({ err, part }, 'a page is shown without a part of it')
    return undefined
  }
}

async function withRequestId(error: ApiError): Promise<ApiError> {
  const { status, code, detail, errors } = error
  return new ApiError(
    { status, code, detail, errors, requestId: requestIdOf(await headers()) },
    { cause: error },
  )
}

function fetchInTime(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const limit = AbortSignal.timeout(patienceMilliseconds)
  const signal = init?.signal ? AbortSignal.any([init.signal, limit]) : limit
  return fetch(input, { ...init, signal, cache: 'no-store' })
}
