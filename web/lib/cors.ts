const allowedHeaders =
  'authorization, content-type, idempotency-key, prefer, last-event-id, mcp-protocol-version'
const exposedHeaders = 'location, retry-after, x-request-id, www-authenticate'

/**
 * Headers that let a page of another origin read an answer: none unless the operator listed the origin.
 * Cookies are never allowed along, so such a page can use a personal token only.
 */
export function corsHeaders({
  origin,
  allowed,
  isPreflight,
}: {
  origin: string | null
  allowed: readonly string[]
  isPreflight: boolean
}): Record<string, string> {
  if (allowed.length === 0) return {}
  if (origin === null || !allowed.includes(origin)) return { vary: 'origin' }
  return {
    vary: 'origin',
    'access-control-allow-origin': origin,
    'access-control-expose-headers': exposedHeaders,
    ...(isPreflight && {
      'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
      'access-control-allow-headers': allowedHeaders,
      'access-control-max-age': '600',
    }),
  }
}
