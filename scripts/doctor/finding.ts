/** State of one part: in order, absent by choice with a consequence, or a problem to mend. */
export type Finding = { state: 'ok' | 'note' | 'problem'; part: string; text: string }

export const ok = (part: string, text: string): Finding => ({ state: 'ok', part, text })
export const note = (part: string, text: string): Finding => ({ state: 'note', part, text })
export const problem = (part: string, text: string): Finding => ({ state: 'problem', part, text })

/** The system's short name of a failure, without addresses or values. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0])
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  if (error instanceof Error && error.cause !== undefined) return reasonOf(error.cause)
  return error instanceof Error ? error.name : 'unknown error'
}
