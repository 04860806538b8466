import type { Database } from '@codify/db'
import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { routePath } from 'hono/route'
import { timingSafeEqual } from 'hono/utils/buffer'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { QUEUE_MOST, readQueue } from '../modules/generations/queue.repository.ts'
import type { Hinter } from '../modules/hints/openai-hinter.ts'
import type { ModelUsage } from '../modules/model-client/answers.models.ts'
import type { Proposer } from '../modules/proposals/openai-proposer.ts'
import { ProblemError } from '../shared/errors.ts'
import type { AppEnv } from '../shared/request-env.ts'

export type Metrics = ReturnType<typeof createMetrics>

/** Prometheus figures of this process: requests by route, generations, model calls, queue, pool, and Node's own. */
export function createMetrics({ database }: { database: Database }) {
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
  const generationSeconds = new Histogram({
    name: 'codify_generation_duration_seconds',
    help: 'Time to make a plan once a worker has taken it up, the model included.',
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120],
    registers: [registry],
  })
  const modelSeconds = new Histogram({
    name: 'codify_model_call_duration_seconds',
    help: 'Time a model took to answer, by what for, model and outcome (ok, or why there was no usable answer).',
    labelNames: ['kind', 'model', 'outcome'],
    buckets: [0.5, 1, 2.5, 5, 10, 20, 30, 60, 120],
    registers: [registry],
  })
  const readQueueGauges = queueGauges({ database, registry })
  if (database.kind === 'postgres') watchPool({ pool: database.pool, registry })
  /** All figures in Prometheus's text form. */
  async function read(): Promise<{ text: string; contentType: string }> {
    await readQueueGauges()
    return { text: await registry.metrics(), contentType: registry.contentType }
  }
  const countModelUse = modelCounters(registry)
  return { read, requests, generations, generationSeconds, modelSeconds, countModelUse }
}

/** Gauges of the queue, and what reads them when somebody asks; beyond a bound the queue is simply long. */
function queueGauges({ database, registry }: { database: Database; registry: Registry }) {
  const waiting = new Gauge({
    name: 'codify_generations_waiting',
    help: `Generations that no worker has taken up yet, in the whole installation (at most ${QUEUE_MOST}).`,
    registers: [registry],
  })
  const oldest = new Gauge({
    name: 'codify_generations_oldest_waiting_seconds',
    help: 'Age of the generation that waits longest; 0 when none waits.',
    registers: [registry],
  })
  return async () => {
    const queue = await readQueue(database.db).catch(() => undefined)
    // Without a database there is no answer, and a zero would be a wrong one.
    waiting.set(queue?.waiting ?? Number.NaN)
    oldest.set(queue?.oldest ?? Number.NaN)
  }
}

type Pool = Extract<Database, { kind: 'postgres' }>['pool']

function watchPool({ pool, registry }: { pool: Pool; registry: Registry }): void {
  new Gauge({
    name: 'codify_database_connections',
    help: 'Connections of this process to the database, and requests that wait for one.',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      this.set({ state: 'busy' }, pool.totalCount - pool.idleCount)
      this.set({ state: 'idle' }, pool.idleCount)
      this.set({ state: 'waiting' }, pool.waitingCount)
    },
  })
}

/** Counters of model calls and tokens, labelled by purpose. */
function modelCounters(registry: Registry) {
  const modelTokens = new Counter({
    name: 'codify_model_tokens_total',
    help: 'Tokens that the model was charged for by this process, by what it was asked for.',
    labelNames: ['kind', 'direction'],
    registers: [registry],
  })
  const modelCalls = new Counter({
    name: 'codify_model_calls_total',
    help: 'Calls of the model that were answered, by what it was asked for.',
    labelNames: ['kind'],
    registers: [registry],
  })
  return ({ kind, usage }: { kind: string; usage: ModelUsage }): void => {
    modelCalls.inc({ kind })
    modelTokens.inc({ kind, direction: 'prompt' }, usage.promptTokens)
    modelTokens.inc({ kind, direction: 'completion' }, usage.completionTokens)
  }
}

/** A proposer whose calls are timed. */
export function measureProposer({ proposer, metrics }: { proposer: Proposer; metrics: Metrics }): Proposer {
  return async (options) => {
    const end = metrics.modelSeconds.startTimer()
    const answer = await proposer(options)
    end({ kind: 'plan', model: answer.model ?? 'none', outcome: answer.ok ? 'ok' : answer.reason })
    return answer
  }
}

/** A hinter whose calls are timed, to their last word. */
export function measureHinter({ hinter, metrics }: { hinter: Hinter; metrics: Metrics }): Hinter {
  return async (options) => {
    const end = metrics.modelSeconds.startTimer()
    const answer = await hinter(options)
    end({ kind: 'hint', model: answer.model, outcome: answer.ok ? 'ok' : answer.reason })
    return answer
  }
}

/** Times every request under its route pattern, never its path: ids would make a series each. */
export function measureRequests({ requests }: Metrics) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const begun = performance.now()
    await next()
    const path = routePath(c, -1)
    const labels = { method: c.req.method, route: path === '/*' ? 'none' : path, status: c.res.status }
    requests.observe(labels, (performance.now() - begun) / 1000)
  })
}

/** For a scraper; with a token configured, only for one that shows it. */
export function createMetricsRoutes(deps: { metrics: Metrics; metricsToken: string | undefined }) {
  return new Hono<AppEnv>().get('/metrics', async (c) => {
    const { metricsToken } = deps
    if (
      metricsToken !== undefined &&
      !(await timingSafeEqual(c.req.header('authorization') ?? '', `Bearer ${metricsToken}`))
    )
      throw metricsTokenRequired()
    const { text, contentType } = await deps.metrics.read()
    return c.text(text, 200, { 'content-type': contentType })
  })
}

function metricsTokenRequired(): ProblemError {
  return new ProblemError({
    status: 401,
    code: 'metrics.token_required',
    title: 'A token is needed',
    detail: 'Send Authorization: Bearer with the METRICS_TOKEN of this installation.',
    headers: { 'www-authenticate': 'Bearer' },
  })
}
