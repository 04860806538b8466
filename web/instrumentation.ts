import type { Instrumentation } from 'next'

/** Runs once at the start of the server. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { checkConfig } = await import('./lib/check-config.ts')
  const { guardPages } = await import('./lib/server-guard.ts')
  guardPages(checkConfig())
  if (process.env.OTEL_EXPORTER_OTLP_ENDPOINT) {
    const { startTracing } = await import('@codify/api/tracing')
    startTracing({ service: 'codify-web' })
  }
}

/** Every error of a page or route, with the ids that the error page and the API's log show. */
export const onRequestError: Instrumentation.onRequestError = async (err, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { getLogger } = await import('./lib/logger.ts')
  const requestId = request.headers['x-request-id']
  const [path] = request.path.split('?')
  getLogger().error(
    { err, request_id: requestId, method: request.method, path, route: context.routePath },
    'request failed',
  )
}
