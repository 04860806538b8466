import type { NextRequest } from 'next/server'
import { getConfig } from '@/lib/config.ts'
import { forwardedAddress } from '@/lib/forwarded-address.ts'
import { getLogger } from '@/lib/logger.ts'
import { problemResponse } from '@/lib/problem-details.ts'
import { headersToBrowser } from '@/lib/proxy-request.ts'
import { requestIdHeader, requestIdOf } from '@/lib/request-id.ts'

const patienceMilliseconds = 15_000

/** A learner's plan for calendar programs, which sign in nowhere: the key in the address is all they have. */
export async function GET(request: NextRequest): Promise<Response> {
  const requestId = requestIdOf(request.headers)
  const etag = request.headers.get('if-none-match')
  const headers = {
    [requestIdHeader]: requestId,
    'x-calendar-key': (request.nextUrl.searchParams.get('key') || 'none').slice(0, 100),
    ...(etag && { 'if-none-match': etag }),
    ...(await forwardedAddress(request.headers)),
  }
  try {
    const signal = AbortSignal.timeout(patienceMilliseconds)
    const answer = await fetch(`${getConfig().apiUrl}/v1/calendar/feed`, {
      headers,
      signal,
      cache: 'no-store',
    })
    const passed = headersToBrowser(answer.headers)
    passed.set(requestIdHeader, requestId)
    passed.set('x-robots-tag', 'noindex')
    return new Response(answer.body, { status: answer.status, headers: passed })
  } catch (err) {
    getLogger().error({ err, request_id: requestId }, 'calendar feed unavailable')
    return problemResponse({
      status: 503,
      title: 'Unavailable',
      code: 'api.unreachable',
      detail: 'Codify cannot be reached right now. Try again in a moment.',
      requestId,
      headers: { 'retry-after': '60' },
    })
  }
}
