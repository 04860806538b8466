import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../shared/request-env.ts'

/** For an answer that no browser shows as a page: nothing in it may load, run or be framed. */
const always = {
  'content-security-policy':
    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
}
const overHttps = { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }

/** For `/docs`, which runs scripts of its own and nobody else's. Its pictures and styles are written by those scripts. */
export const docsPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

/** Security headers of every answer. */
export function headersOfEveryAnswer({ isHttps }: { isHttps: boolean }): Record<string, string> {
  return isHttps ? { ...always, ...overHttps } : always
}

/** Sets them on whatever the app answers; a route may say something else of its own. */
export function securityHeaders(options: { isHttps: boolean }) {
  const headers = Object.entries(headersOfEveryAnswer(options))
  return createMiddleware<AppEnv>((c, next) => {
    // As with the request id: straight into Node's answer where there is one.
    const outgoing = c.env?.outgoing
    for (const [name, value] of headers) {
      if (outgoing) outgoing.setHeader(name, value)
      else c.header(name, value)
    }
    return next()
  })
}
