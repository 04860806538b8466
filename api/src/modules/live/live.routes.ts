import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import { z } from 'zod'
import type { AppEnv } from '../../shared/request-env.ts'
import { learnerRoute } from '../../shared/route.ts'
import { createStreamLimit } from '../../shared/stream-limit.ts'
import { changedSince, toEventId } from './live.models.ts'
import { liveHeaderSchema } from './live.schemas.ts'
import type { LiveFollower } from './live-follower.ts'

export const LIVE_STREAMS = 3
/** Shorter than a token lives: who follows on comes back with a new one. */
const STREAM_MS = 4 * 60_000
const PING_MS = 15_000
const RETRY_MS = 1_000

export function createLiveRoutes({ follower }: { follower: LiveFollower }) {
  const takeStream = createStreamLimit({ most: LIVE_STREAMS })
  return new Hono<AppEnv>().get(
    '/v1/events',
    learnerRoute(
      {
        tag: 'Learner',
        summary: "Follow the learner's own data",
        description:
          'Server-sent events `ready` and `changed`, with `{changed: [today, plan, marks]}`. An event carries no data of the learner: read again what changed. `Last-Event-ID` brings what changed since that event. Ends after four minutes; come back then. At most three at once.',
        headers: liveHeaderSchema,
        others: { 200: { description: 'The stream', contentType: 'text/event-stream', schema: z.string() } },
      },
      ({ learnerId, headers }, c) => {
        const leave = takeStream(learnerId)
        c.header('x-accel-buffering', 'no')
        return streamSSE(c, async (stream) => {
          const left = new AbortController()
          stream.onAbort(() => left.abort())
          const pinging = setInterval(() => void stream.write(': still here\n\n'), PING_MS)
          const ending = setTimeout(() => left.abort(), STREAM_MS)
          let known = headers['last-event-id']
          let isReady = false
          const ended = new Promise((resolve) => left.signal.addEventListener('abort', resolve))
          try {
            await stream.write(`retry: ${RETRY_MS}\n\n`)
            follower.follow({
              learnerId,
              signal: left.signal,
              onState: (state) => {
                const changed = known === undefined ? [] : changedSince(known, state)
                known = toEventId(state)
                if (isReady && changed.length === 0) return
                const event = isReady ? 'changed' : 'ready'
                isReady = true
                void stream.writeSSE({ event, id: known, data: JSON.stringify({ changed }) })
              },
            })
            await ended
          } finally {
            clearInterval(pinging)
            clearTimeout(ending)
            leave()
          }
        })
      },
    ),
  )
}
