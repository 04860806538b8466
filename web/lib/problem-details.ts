import type { ProblemDetails } from '@codify/api/contract'

type ProblemInput = {
  status: number
  title: string
  code: string
  detail: string
  requestId: string
  headers?: Record<string, string>
}

/** An RFC 9457 answer in the API's shape, for what never reaches the API. */
export function problemResponse({ status, title, code, detail, requestId, headers }: ProblemInput): Response {
  const body: ProblemDetails = { type: 'about:blank', title, status, code, detail, request_id: requestId }
  return Response.json(body, {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      'x-request-id': requestId,
      ...headers,
    },
  })
}

/** For what would change something, and does not come from a page of ours as far as anybody can tell. */
export function crossSite(requestId: string): Response {
  return problemResponse({
    status: 403,
    title: 'Refused',
    code: 'request.cross_site',
    detail:
      'Nothing was changed, because this did not come from a page of Codify. Do it there; a program has to send Origin with the address of Codify.',
    requestId,
  })
}
