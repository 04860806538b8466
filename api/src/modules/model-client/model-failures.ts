/** Why a model gave no usable answer. */
export const answerFailures = [
  'timeout',
  'refused',
  'truncated',
  'filtered',
  'unreadable',
  'too_large',
  'question_too_long',
  'rejected',
  'quota',
  'unreachable',
] as const
export type AnswerFailure = (typeof answerFailures)[number]

/** The model's server answered, and the answer is of no use. */
export class AnswerError extends Error {
  readonly reason: AnswerFailure
  constructor(reason: AnswerFailure) {
    super(`the model's answer was ${reason}`)
    this.reason = reason
  }
}

/** Failures that are the server's: the others depend on what was asked, and the next question may fare better. */
const ofServer: readonly string[] = ['timeout', 'unreadable', 'rejected', 'quota', 'unreachable']

export function isServerFailure(reason: string): boolean {
  return ofServer.includes(reason)
}
