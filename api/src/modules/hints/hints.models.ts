import { snakeCase } from '@codify/seeds/judge'
import type { Exercise } from '../exercises/exercises.schemas.ts'
import type { HintRow } from './hints.repository.ts'
import type { HintKind, KeptHint } from './hints.schemas.ts'

export function toKeptHint(row: HintRow & { problem: string }): KeptHint {
  const { id, problem, language, kind, text, model, attempt_id } = row
  return { id, problem, language, kind, text, model, attempt_id, created_at: row.created_at.toISOString() }
}

/** Names that an exercise asks to define, in every language. */
export function namesOf(call: Exercise['call']): string[] {
  const names = call.kind === 'function' ? [call.name] : [call.name, ...call.methods.map(({ name }) => name)]
  return [...new Set(names.flatMap((name) => [name, snakeCase(name)]))]
}

/** Longer than these an answer is none, in characters. */
export const charactersMax: Record<HintKind, number> = { hint: 4_000, review: 8_000, solution: 12_000 }
