/** The first message within a field's errors, whichever part of it they are at (`topic_confidence.trees`, say). */
export function firstMessage(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  if ('message' in error && typeof error.message === 'string' && error.message) return error.message
  // `ref` is the control itself, a tree of elements without end.
  for (const [key, part] of Object.entries(error)) {
    const message = key === 'ref' ? undefined : firstMessage(part)
    if (message) return message
  }
  return undefined
}
