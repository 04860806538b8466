import { type AskHintInput, HINTS, type KeptHint, TEST_VALUE_MAX } from '@codify/api/contract'
import { z } from 'zod'
import type { RunReport } from './sandbox/sandbox.ts'

/** What this browser remembers of a problem's answers: what was put away, and what was stopped half-way. */
const rememberedSchema = z.object({ putAway: z.string(), stopped: z.int().min(0) })
export type Remembered = z.infer<typeof rememberedSchema>
export const nothingRemembered: Remembered = { putAway: '', stopped: 0 }

export function parseRemembered(text: string | null): Remembered {
  try {
    return rememberedSchema.parse(JSON.parse(text ?? ''))
  } catch {
    return nothingRemembered
  }
}

/** Answers of the present go at a problem, oldest first, and those of earlier ones. */
export function divideHints(hints: readonly KeptHint[], { putAway }: Pick<Remembered, 'putAway'>) {
  const isOpen = (hint: KeptHint) => hint.attempt_id === null && hint.created_at > putAway
  return { open: hints.filter(isOpen).toReversed(), earlier: hints.filter((hint) => !isOpen(hint)) }
}

/** How many hints answers count as: one each, a solution as all; a review of what is solved as none. */
export function countUsed(open: readonly Pick<KeptHint, 'kind'>[], { stopped }: Pick<Remembered, 'stopped'>) {
  const each = open.map(({ kind }) => usesOf(kind))
  return Math.min(
    HINTS,
    each.reduce((sum, uses) => sum + uses, stopped),
  )
}

export function usesOf(kind: KeptHint['kind']): number {
  return { hint: 1, review: 0, solution: HINTS }[kind]
}

/** The first test that did not pass, as the model is told of it; or why nothing ran. */
export function failingTestOf({ results, refused }: RunReport): AskHintInput['failing_test'] {
  if (refused) return { input: '', error: cutValue(refused.message + atLine(refused.line)) }
  const failed = results.find(
    ({ status }) => status === 'failed' || status === 'error' || status === 'timeout',
  )
  if (!failed) return null
  const { input, expected, got, message, line, status } = failed
  return {
    input: cutValue(input),
    expected: expected === null ? null : cutValue(expected),
    got: got === null ? null : cutValue(got),
    error: message === null ? (status === 'timeout' ? 'Too slow.' : null) : cutValue(message + atLine(line)),
  }
}

function atLine(line: number | null): string {
  return line === null ? '' : ` (line ${line})`
}

function cutValue(text: string): string {
  return text.slice(0, TEST_VALUE_MAX).toWellFormed()
}
