import { type Context, Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import { z } from 'zod'
import type { LearnerEnv } from '../../app/app-types.ts'
import { requireLearner } from '../../app/auth/auth.middleware.ts'
import { describe } from '../../shared/openapi.ts'
import { validate } from '../../shared/validate.ts'
import { problemParamSchema } from '../problems/problems.schemas.ts'
import { askHintSchema, hintPageSchema, listHintsQuerySchema } from './hints.schemas.ts'
import { askForHint, type HintsDeps, listHints, type WriteHint } from './hints.usecases.ts'

const tag = 'Workbench'
/** A stream without news says so now and then, or proxies close it. */
const PING_MS = 10_000

export function createHintsRoutes(deps: HintsDeps) {
  return new Hono<LearnerEnv>()
    .post(
      '/v1/problems/:slug/hints',
      describe({
        tag,
        summary: 'Ask the model about one’s code: a hint, a review of what was accepted, or a solution',
        description:
          'Server-sent events `delta` (text), then `done` (the answer as it is kept) or `failed` (code, detail; nothing is kept). One at a time a learner.',
        success: {
          status: 200,
          description: 'The stream',
          schema: z.string(),
          contentType: 'text/event-stream',
        },
        problems: [404, 409, 413, 503],
        signedIn: true,
      }),
      requireLearner,
      validate('param', problemParamSchema),
      validate('json', askHintSchema),
      async (c) => {
        const write = await askForHint({
          slugOrId: c.req.valid('param').slug,
          learnerId: c.get('learner').id,
          asked: c.req.valid('json'),
          deps,
        })
        return streamHint(c, write)
      },
    )
    .get(
      '/v1/problems/:slug/hints',
      describe({
        tag,
        summary: 'What the model told one at a problem, newest first, and whether it can be asked more',
        success: { status: 200, description: 'One page', schema: hintPageSchema },
        problems: [404],
        signedIn: true,
      }),
      requireLearner,
      validate('param', problemParamSchema),
      validate('query', listHintsQuerySchema),
      async (c) => {
        const slugOrId = c.req.valid('param').slug
        const [query, learnerId] = [c.req.valid('query'), c.get('learner').id]
        return c.json(await listHints({ slugOrId, learnerId, query, deps }), 200)
      },
    )
}

function streamHint(c: Context<LearnerEnv>, write: WriteHint): Response {
  c.header('x-accel-buffering', 'no')
  return streamSSE(c, async (stream) => {
    const left = new AbortController()
    stream.onAbort(() => left.abort())
    // The first of these has the answer begin at once, however long the model thinks.
    await stream.write(': asked\n\n')
    const pinging = setInterval(() => void stream.write(': still working\n\n'), PING_MS)
    try {
      await write({
        signal: left.signal,
        tell: ({ type, ...data }) => stream.writeSSE({ event: type, data: JSON.stringify(data) }),
      })
    } finally {
      clearInterval(pinging)
    }
  })
}
