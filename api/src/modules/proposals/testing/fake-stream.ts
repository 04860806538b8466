import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Context } from 'hono'
import { stream } from 'hono/streaming'
import { z } from 'zod'

/** The data of a question about code, as `buildHintPrompt` fences it. */
const hintDataSchema = z.object({
  task: z.object({ title: z.string(), statement: z.string(), starter: z.string() }),
  knowledge: z.object({
    complexity: z.object({ time: z.string(), space: z.string() }),
    hints: z.array(z.string()),
  }),
  learner: z.object({
    language: z.string(),
    code: z.string(),
    failing_test: z.object({ input: z.string(), error: z.string().nullable() }).loose().nullable(),
  }),
})
export type HintData = z.infer<typeof hintDataSchema>

export function readHintPrompt(messages: { content: string }[]): HintData {
  const text = messages.map(({ content }) => content).join('\n')
  const data = /BEGIN DATA\n(\{.*\})\nEND DATA/s.exec(text)?.[1]
  return hintDataSchema.parse(JSON.parse(data ?? 'null'))
}

/** How a fake model behaves that is asked to stream. */
export type FakeStream = {
  kind: 'words'
  text: (data: HintData) => string
  /** Between its pieces, which are a few characters each. */
  delayMs?: number
  /** How it ends: `cut` in the middle of a line, `silent` never. */
  ending?: 'stop' | 'length' | 'content_filter' | 'refusal' | 'cut' | 'silent' | 'error'
  /** As small servers do: no role, no usage, no finish, only the end. */
  lax?: boolean
}

const PIECE = 7

export function playStream({
  behaviour: { text, delayMs = 0, ending = 'stop', lax = false },
  data,
  signal,
  sleep,
  c,
}: {
  behaviour: FakeStream
  data: HintData
  signal: AbortSignal
  sleep: (ms: number, signal: AbortSignal) => Promise<void>
  c: Context<{ Bindings: HttpBindings }>
}): Response {
  const words = text(data)
  c.header('content-type', 'text/event-stream')
  if (ending === 'cut') {
    c.env.outgoing.writeHead(200, { 'content-type': 'text/event-stream' })
    c.env.outgoing.write(`${event({ content: words })}data: {"choi`, () => c.env.outgoing.destroy())
    return RESPONSE_ALREADY_SENT
  }
  return stream(c, async (out) => {
    const say = async (delta: object, finish: string | null = null) => {
      if (!out.aborted) await out.write(event(delta, lax ? {} : { index: 0, finish_reason: finish }))
    }
    if (!lax) await say({ role: 'assistant', content: '' })
    for (let from = 0; from < words.length && !signal.aborted && !out.aborted; from += PIECE) {
      await say({ content: words.slice(from, from + PIECE) })
      await sleep(delayMs, signal)
    }
    if (ending === 'silent') await sleep(120_000, signal)
    if (ending === 'error') await out.write('data: {"error":{"message":"out of memory"}}\n\n')
    if (ending === 'refusal') await say({ refusal: 'I cannot help with that.' })
    if (!lax && ending !== 'silent' && ending !== 'error') {
      await say({}, ending === 'refusal' ? 'stop' : ending)
      await out.write('data: {"choices":[],"usage":{"prompt_tokens":11,"completion_tokens":7}}\n\n')
    }
    await out.write('data: [DONE]\n\n')
  })
}

function event(delta: object, rest: object = {}): string {
  return `data: ${JSON.stringify({ choices: [{ delta, ...rest }] })}\n\n`
}
