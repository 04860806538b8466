import { type Context, Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import { z } from 'zod'
import type { AppEnv } from '../../shared/request-env.ts'
import { learnerRoute } from '../../shared/route.ts'
import { problemParamSchema } from '../problems/problems.schemas.ts'
import { askHintSchema, hintPageSchema, listHintsQuerySchema } from './hints.schemas.ts'
import { askForHint, type HintsDeps, listHints, type WriteHint } from './hints.usecases.ts'

const tag = 'Workbench'
/** A stream without news says so now and then, or proxies close it. */
const PING_MS = 10_000

export function createHintsRoutes(deps: HintsDeps) {
  return new Hono<AppEnv>()
    .post(
      '/v1/problems/:slug/hints',
      learnerRoute(
        {
          scope: 'practice:write',
          tag,
          summary: 'Ask the model about one’s code: a hint, a review of what was accepted, or a solution',
          description:
            'Server-sent events `delta` (text), then `done` (the answer as it is kept) or `failed` (code, detail; nothing is kept). One at a time a learner.',
          params: problemParamSchema,
          body: askHintSchema,
          others: {
            200: { description: 'The stream', contentType: 'text/event-stream', schema: z.string() },
          },
          problems: [404, 409, 503],
        },
        async ({ learnerId, params, body: asked }, c) =>
          streamHint(c, await askForHint({ slugOrId: params.slug, learnerId, asked, deps })),
      ),
    )
    .get(
      '/v1/problems/:slug/hints',
      learnerRoute(
        {
          scope: 'practice:read',
          tag,
          summary:
            'List what the model told one at a problem, newest first, and whether it can be asked more',
          params: problemParamSchema,
          query: listHintsQuerySchema,
          answer: hintPageSchema,
          problems: [404],
        },
        ({ learnerId, params, query }) => listHints({ slugOrId: params.slug, learnerId, query, deps }),
      ),
    )
}

function streamHint(c: Context<AppEnv>, write: WriteHint): Response {
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
