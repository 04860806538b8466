import type { Job } from '@codify/seeds/judge'
import { z } from 'zod'

export type Kind = 'javascript' | 'python'

/** What a language runs on: the text of its Worker, and for Python its WebAssembly, library and memory once started. */
export type Parts = {
  source: string
  wasm?: ArrayBuffer
  stdlib?: ArrayBuffer
  snapshot?: ArrayBuffer
}

/** What the page tells the frame. */
export type ToFrame =
  | ({ type: 'setup'; kind: Kind } & Parts)
  | { type: 'run'; id: number; kind: Kind; job: Job; limitMs: number }
  | { type: 'stop'; id: number }

const MOST_RESULT = 25_000_000
const MOST_PRINTED = 70_000
const MOST_MESSAGE = 5_000

const problem = z.object({ message: z.string().max(MOST_MESSAGE), line: z.number().optional() })
const printed = z.string().max(MOST_PRINTED)
const outcome = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    value: z.string().max(MOST_RESULT),
    fromInput: z.boolean(),
    printed,
    ms: z.number(),
  }),
  z.object({ ok: z.literal(false), problem, printed, ms: z.number() }),
])
const runMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('refused'), problem }),
  z.object({ type: z.literal('started'), index: z.int() }),
  z.object({ type: z.literal('finished'), index: z.int(), outcome }),
  z.object({ type: z.literal('done') }),
])

/** What the frame tells the page: parsed, because part of it comes from where foreign code ran. */
export const fromFrame = z.discriminatedUnion('type', [
  z.object({ type: z.literal('connected') }),
  z.object({ type: z.literal('ready'), kind: z.enum(['javascript', 'python']) }),
  z.object({
    type: z.literal('failed'),
    kind: z.enum(['javascript', 'python']),
    message: z.string().max(MOST_MESSAGE),
  }),
  z.object({ type: z.literal('begun'), id: z.int() }),
  z.object({ type: z.literal('told'), id: z.int(), message: runMessage }),
  z.object({ type: z.literal('stopped'), id: z.int() }),
])
export type FromFrame = z.infer<typeof fromFrame>
