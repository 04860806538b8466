import { Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'

const none = ["'none'"]

/**
 * Hono's security headers for answers that no browser shows as a page: nothing in them may load, run or be framed. The
 * guard in front of the server sets them, so that Node's own answers carry them too.
 */
export async function securityHeaders({ isHttps }: { isHttps: boolean }): Promise<Record<string, string>> {
  const asked = secureHeaders({
    contentSecurityPolicy: { defaultSrc: none, frameAncestors: none, baseUri: none, formAction: none },
    strictTransportSecurity: isHttps && 'max-age=31536000; includeSubDomains',
  })
  const answer = await new Hono().get('/', asked, (c) => c.body(null)).request('/')
  return Object.fromEntries(answer.headers)
}

/** For `/docs`, which runs scripts of its own and nobody else's. Its pictures and styles are written by those scripts. */
export const docsPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
