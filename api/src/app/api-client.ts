import { hc } from 'hono/client'
import type { AppType } from './create-app.ts'

/** The typed client of the API: `client.v1.problems[':slug'].$get({ param: { slug } })`. */
export function createApiClient(
  baseUrl: string,
  options: { fetch?: typeof fetch; headers?: Record<string, string> } = {},
) {
  return hc<AppType>(baseUrl, options)
}
export type ApiClient = ReturnType<typeof createApiClient>
