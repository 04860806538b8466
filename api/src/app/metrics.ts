import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { routePath } from 'hono/route'
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import type { AppEnv } from './app-types.ts'

export type Metrics = ReturnType<typeof createMetrics>

/** Prometheus figures of this process: requests by route, generations by outcome, and Node's own. */
export function createMetrics() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'codify_http_request_duration_seconds',
    help: 'Time to answer a request, by route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60],
    registers: [registry],
  })
  const generations = new Counter({
    name: 'codify_generations_total',
    help: 'Plans made, by source, and generations that failed.',
    labelNames: ['outcome'],
    registers: [registry],
  })
  return { registry, requests, generations }
}

/** Times every request under its route pattern, never its path: ids would make a series each. */
export function measureRequests({ requests }: Metrics) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const end = requests.startTimer()
    await next()
    const route = routePath(c, -1)
    end({ method: c.req.method, route: route === '/*' ? 'none' : route, status: String(c.res.status) })
  })
}

export function createMetricsRoutes({ registry }: Metrics) {
  return new Hono<AppEnv>().get('/metrics', async (c) =>
    c.text(await registry.metrics(), 200, { 'content-type': registry.contentType }),
  )
}
