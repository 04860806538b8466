import type { QueryEvent } from '@codify/db'
import { context, propagation, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import { createMiddleware } from 'hono/factory'
import { routePath } from 'hono/route'
import type { AppEnv } from '../shared/request-env.ts'

const tracer = trace.getTracer('codify')

/** A span a request under its route pattern, in the trace that the caller's `traceparent` names. */
export const traceRequests = createMiddleware<AppEnv>(async (c, next) => {
  const caller = propagation.extract(context.active(), c.req.header())
  const options = {
    kind: SpanKind.SERVER,
    attributes: { 'http.request.method': c.req.method, 'codify.request_id': c.get('requestId') },
  }
  await tracer.startActiveSpan(c.req.method, options, caller, async (span) => {
    try {
      await next()
      span.updateName(`${c.req.method} ${routePath(c, -1)}`)
      span.setAttribute('http.response.status_code', c.res.status)
      if (c.res.status >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
    } finally {
      span.end()
    }
  })
})

/** A span a statement, with its text and never its values. Outside a trace there is none. */
export function traceQuery({ sql, milliseconds, failed }: QueryEvent): void {
  if (!trace.getActiveSpan()) return
  const [verb = 'SQL'] = sql.trimStart().split(/\s/, 1)
  const end = Date.now()
  const span = tracer.startSpan(verb.toUpperCase(), {
    kind: SpanKind.CLIENT,
    startTime: end - milliseconds,
    attributes: { 'db.system.name': 'postgresql', 'db.query.text': sql },
  })
  if (failed) span.setStatus({ code: SpanStatusCode.ERROR })
  span.end(end)
}

/** Runs a generation in a span of its own. */
export function traceGeneration<Result>(
  generation: { id: string; request_id: string },
  run: () => Promise<Result>,
): Promise<Result> {
  const attributes = {
    'codify.generation_id': generation.id,
    'codify.request_id': generation.request_id,
  }
  return tracer.startActiveSpan('generate plan', { attributes }, async (span) => {
    try {
      return await run()
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR })
      throw error
    } finally {
      span.end()
    }
  })
}

/** The id of the trace that is under way, for log lines. */
export function currentTraceId(): string | undefined {
  return trace.getActiveSpan()?.spanContext().traceId
}
