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

const problem = z.object({
  message: z.string().max(MOST_MESSAGE),
  line: z.number().optional(),
  step: z.int().optional(),
})
const printed = z.string().max(MOST_PRINTED)
const outcome = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    value: z.string().max(MOST_RESULT),
    fromInput: z.boolean(),
    printed,
    ms: z.number(),
    smallMs: z.number().optional(),
  }),
  z.object({ ok: z.literal(false), problem, printed, ms: z.number(), isFatal: z.boolean().optional() }),
])
const phase = z.enum(['call', 'wait', 'prepare'])
/** By how much a limit of time may be longer or shorter than on the machine it was made for. */
const factor = z.number().min(0.1).max(10)
const runMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('calibrated'), factor }),
  z.object({ type: z.literal('refused'), problem }),
  z.object({ type: z.literal('started'), index: z.int() }),
  z.object({ type: z.literal('phase'), phase, usedMs: z.number() }),
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
  z.object({ type: z.literal('stopped'), id: z.int(), why: z.enum(['time', 'waiting', 'memory', 'crash']) }),
])
export type FromFrame = z.infer<typeof fromFrame>
