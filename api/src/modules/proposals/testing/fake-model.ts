import type { AddressInfo } from 'node:net'
import { type HttpBindings, serve } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { type Context, Hono } from 'hono'
import { stream } from 'hono/streaming'
import { z } from 'zod'
import type { Proposal } from '../../plans/plans.facts.ts'
import { type FakeStream, playStream, readHintPrompt } from './fake-stream.ts'

/** How a fake model behaves. `answer` is the text of a normal completion, made from the request's prompt. */
export type FakeBehaviour =
  | { kind: 'answer'; text: (prompt: PromptData) => string; finishReason?: string; delayMs?: number }
  | { kind: 'refusal' }
  | { kind: 'status'; status: 400 | 401 | 429 | 500 | 503; retryAfter?: string }
  | { kind: 'silent' }
  | { kind: 'drip' }
  | { kind: 'reset' }
  | { kind: 'huge' }
  | { kind: 'broken_utf8' }
  | FakeStream

const promptDataSchema = z.object({
  plan: z.object({
    weeks: z.array(z.object({ index: z.number(), study_days: z.number() })),
    minutes_a_week: z.number(),
  }),
  learner: z.object({ topic_confidence: z.record(z.string(), z.number()) }),
  learner_words: z.object({ constraints: z.string(), past_experience: z.string() }),
  candidates: z.array(
    z.object({
      id: z.string(),
      slug: z.string(),
      topic: z.string(),
      difficulty: z.string(),
      minutes: z.number(),
    }),
  ),
})
export type PromptData = z.infer<typeof promptDataSchema>

export type FakeModel = {
  baseUrl: string
  /** Bodies of the chat completions asked for, oldest first. */
  requests: {
    messages: { role: string; content: string }[]
    response_format?: unknown
    stream?: boolean | undefined
    model: string
  }[]
  /** Sets the behaviours of the next requests; the last one stays. */
  behave: (...behaviours: FakeBehaviour[]) => void
  stop: () => Promise<void>
}

const requestSchema = z.object({
  stream: z.boolean().optional(),
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
  response_format: z.unknown().optional(),
})

/** A real HTTP server that plays an OpenAI-compatible model, well or badly; embeddings only when asked to. */
export async function startFakeModel(
  first: FakeBehaviour = goodAnswer,
  { embeddings = false }: { embeddings?: boolean } = {},
): Promise<FakeModel> {
  const requests: FakeModel['requests'] = []
  let queue: FakeBehaviour[] = [first]
  const app = new Hono<{ Bindings: HttpBindings }>()
  app.post('/v1/chat/completions', async (c) => {
    const request = requestSchema.parse(await c.req.json())
    requests.push(request)
    const told = (queue.length > 1 ? queue.shift() : queue[0]) ?? first
    // A plan answers no question about code.
    const behaviour = told.kind === 'answer' && request.stream ? goodHint : told
    return play({ behaviour, messages: request.messages, signal: c.req.raw.signal, c })
  })
  if (embeddings)
    app.post('/v1/embeddings', async (c) => {
      const { input } = z.object({ input: z.array(z.string()) }).parse(await c.req.json())
      return c.json({
        object: 'list',
        model: 'fake',
        data: input.map((text, index) => ({ object: 'embedding', index, embedding: spread(text) })),
        usage: { prompt_tokens: 1, total_tokens: 1 },
      })
    })
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const listening = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(listening))
  })
  const { port } = addressOf(server.address())
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    behave: (...behaviours) => {
      queue = behaviours
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}

async function play({
  behaviour,
  messages,
  signal,
  c,
}: {
  behaviour: FakeBehaviour
  messages: { content: string }[]
  signal: AbortSignal
  c: Context<{ Bindings: HttpBindings }>
}): Promise<Response> {
  switch (behaviour.kind) {
    case 'answer':
      await sleep(behaviour.delayMs ?? 0, signal)
      return c.json(
        completion({
          content: behaviour.text(readPrompt(messages)),
          finishReason: behaviour.finishReason ?? 'stop',
        }),
      )
    case 'words':
      return playStream({ behaviour, data: readHintPrompt(messages), signal, sleep, c })
    case 'refusal':
      return c.json(completion({ content: null, refusal: 'I cannot help with that.', finishReason: 'stop' }))
    case 'status':
      return c.json({ error: { message: 'no' } }, behaviour.status, {
        ...(behaviour.retryAfter ? { 'retry-after': behaviour.retryAfter } : {}),
      })
    case 'silent':
      await sleep(120_000, signal)
      return c.json({})
    case 'drip':
      return stream(c, async (out) => {
        while (!signal.aborted && !out.aborted) {
          await out.write(' ')
          await sleep(50, signal)
        }
      })
    case 'reset':
      c.env.outgoing.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
      c.env.outgoing.write('{"choices":[', () => c.env.outgoing.destroy())
      return RESPONSE_ALREADY_SENT
    case 'huge':
      return stream(c, async (out) => {
        const megabyte = 'x'.repeat(1024 * 1024)
        for (let sent = 0; sent < 5 && !out.aborted; sent++) await out.write(megabyte)
      })
    case 'broken_utf8':
      return c.body(new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]), 200, { 'content-type': 'application/json' })
  }
}

function completion(options: { content: string | null; refusal?: string; finishReason: string }) {
  return {
    id: 'fake',
    object: 'chat.completion',
    created: 0,
    model: 'fake',
    choices: [
      {
        index: 0,
        finish_reason: options.finishReason,
        message: { role: 'assistant', content: options.content, refusal: options.refusal ?? null },
      },
    ],
    usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
  }
}

/** The data of a prompt as `buildPrompt` fences it. */
export function readPrompt(messages: { content: string }[]): PromptData {
  const text = messages.map(({ content }) => content).join('\n')
  const data = /BEGIN DATA\n(\{.*\})\nEND DATA/s.exec(text)?.[1]
  return promptDataSchema.parse(JSON.parse(data ?? 'null'))
}

/** A sensible plan from the prompt's candidates: in their order, filling 70 % of each week, a reason for each. */
export function proposeWell(prompt: PromptData): Proposal {
  const pool = [...prompt.candidates]
  const weeks = prompt.plan.weeks.map(({ index, study_days }) => {
    const days = Array.from({ length: study_days }, () => ({
      problems: [] as { id: string; reason: string }[],
    }))
    const perDay = (prompt.plan.minutes_a_week * 0.7) / study_days
    for (const day of days) {
      let left = perDay
      while (pool[0] && (left >= pool[0].minutes || day.problems.length === 0)) {
        const { id, topic, minutes } = pool.splice(0, 1)[0] ?? pool[0]
        left -= minutes
        day.problems.push({ id, reason: `Practises ${topic} at the point where you rated yourself.` })
        if (left <= 0) break
      }
    }
    return { theme: `Week ${index}: steady ground first`, days }
  })
  return { weeks }
}

const goodHint: FakeBehaviour = {
  kind: 'words',
  text: () => 'You are on the way. What does the first failing test tell you?',
}

export const goodAnswer: FakeBehaviour = {
  kind: 'answer',
  text: (prompt) => JSON.stringify(proposeWell(prompt)),
}

function addressOf(address: string | AddressInfo | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('the fake model has no port')
  return address
}

async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  if (ms === 0 || signal.aborted) return
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer)
        resolve()
      },
      { once: true },
    )
  })
}

/** A vector that says no more than that texts differ. */
function spread(text: string): number[] {
  return Array.from({ length: 1536 }, (_, at) => Math.sin(text.charCodeAt(at % text.length) * (at + 1)))
}
