import { type Context, Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { Logger } from 'pino'
import { z } from 'zod'
import type { Clock } from '../../shared/clock.ts'
import type { AppEnv } from '../../shared/request-env.ts'
import { learnerRoute } from '../../shared/route.ts'
import { createStreamLimit } from '../../shared/stream-limit.ts'
import { idempotencyHeaderSchema } from '../attempts/attempts.schemas.ts'
import type { IntakeRepository } from '../intake/intake.repository.ts'
import { toPlanText } from '../plans/plans.models.ts'
import type { PlansRepository } from '../plans/plans.repository.ts'
import { createPlanSchema, planViewSchema } from '../plans/plans.schemas.ts'
import type { EventText } from './generations.repository.ts'
import { generationParamSchema, generationSchema } from './generations.schemas.ts'
import {
  followGeneration,
  type Generator,
  getGeneration,
  startGeneration,
  waitForPlan,
} from './generations.usecases.ts'

const tag = 'Plans'
const WAIT_MAX_SECONDS = 60
/** A stream without news says so now and then, or proxies close it. */
const IDLE_BEFORE_PING = 15

const startHeaderSchema = idempotencyHeaderSchema.extend({ prefer: z.string().max(100).optional() })
const eventsHeaderSchema = z.object({
  'last-event-id': z.coerce.number('A number from an earlier event of this stream.').int().min(0).optional(),
})

export function createGenerationsRoutes(deps: {
  generator: Generator
  intakes: IntakeRepository
  plans: PlansRepository
  plansPerDay: number
  clock: Clock
  logger: Logger
}) {
  const { generator, plans } = deps
  const takeStream = createStreamLimit()
  return new Hono<AppEnv>()
    .post(
      '/v1/plans',
      learnerRoute(
        {
          scope: 'plan:write',
          tag,
          summary: 'Make a new plan',
          description:
            'Answers 202 with the generation to follow; with `Prefer: wait=60` it waits and answers 201 with the plan.',
          headers: startHeaderSchema,
          body: createPlanSchema,
          answer: planViewSchema,
          status: 201,
          others: { 202: { description: 'The generation under way', schema: generationSchema } },
          problems: [409, 422],
        },
        async ({ learnerId, headers, body }, c) => {
          const generation = await startGeneration({
            learnerId,
            ...body,
            idempotencyKey: headers['idempotency-key'],
            requestId: c.get('requestId'),
            generator,
            intakes: deps.intakes,
            limit: deps.plansPerDay,
            clock: deps.clock,
          })
          const seconds = waitSeconds(headers.prefer)
          const { signal } = c.req.raw
          const plan =
            seconds > 0 && (await waitForPlan({ learnerId, generation, seconds, signal, generator, plans }))
          if (!plan) return c.json(generation, 202, { location: `/v1/generations/${generation.id}` })
          c.header('location', `/v1/plans/${plan.id}`)
          return toPlanText(plan, { now: deps.clock() })
        },
      ),
    )
    .get(
      '/v1/generations/:id',
      learnerRoute(
        {
          scope: 'plan:read',
          tag,
          summary: 'Read how far a generation is',
          params: generationParamSchema,
          answer: generationSchema,
          problems: [404],
        },
        ({ learnerId, params: { id } }) => getGeneration({ learnerId, id, generator }),
      ),
    )
    .get(
      '/v1/generations/:id/events',
      learnerRoute(
        {
          scope: 'plan:read',
          tag,
          summary: 'Follow a generation',
          description: 'Server-sent events `stage`, `day`, `done`, `failed`; resumes after `Last-Event-ID`.',
          params: generationParamSchema,
          headers: eventsHeaderSchema,
          others: {
            200: { description: 'The stream', contentType: 'text/event-stream', schema: z.string() },
          },
          problems: [404],
        },
        async ({ learnerId, params: { id }, headers }, c) => {
          const { state } = await getGeneration({ learnerId, id, generator })
          const ended = state === 'done' || state === 'failed'
          const afterSeq = headers['last-event-id'] ?? 0
          const leave = takeStream(learnerId)
          return streamEvents({ c, id, ended, afterSeq, leave, generator, logger: deps.logger })
        },
      ),
    )
}

function streamEvents({
  c,
  id,
  ended,
  afterSeq,
  leave,
  generator,
  logger,
}: {
  c: Context<AppEnv>
  id: string
  ended: boolean
  afterSeq: number
  /** Frees the learner's place. */
  leave: () => void
  generator: Generator
  logger: Logger
}): Response {
  c.header('x-accel-buffering', 'no')
  return streamSSE(c, async (stream) => {
    const left = new AbortController()
    stream.onAbort(() => left.abort())
    let idle = 0
    try {
      for await (const events of followGeneration({ id, ended, afterSeq, signal: left.signal, generator })) {
        if (events.length > 0) await stream.write(events.map(toServerSent).join(''))
        else if (++idle % IDLE_BEFORE_PING === 0) await stream.write(': still working\n\n')
      }
    } catch (err) {
      // The stream just ends: whoever follows comes back with the last event's number.
      logger.warn({ err, request_id: c.get('requestId') }, 'a stream of events broke off')
    } finally {
      leave()
    }
  })
}

function toServerSent({ seq, type, data }: EventText): string {
  return `id: ${seq}\nevent: ${type}\ndata: ${data}\n\n`
}

/** Seconds of RFC 7240's `Prefer: wait=n`, at most a minute; 0 when it was not asked for. */
function waitSeconds(prefer: string | undefined): number {
  const seconds = Number(/(?:^|[,;\s])wait\s*=\s*(\d{1,6})/i.exec(prefer ?? '')?.[1] ?? 0)
  return Math.min(seconds, WAIT_MAX_SECONDS)
}
