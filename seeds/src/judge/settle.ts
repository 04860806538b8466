import { isIterator, valuesOf } from './encode.ts'

/** Listens to errors that nobody caught. */
export type Uncaught = (hear: (error: unknown) => void) => void
export type Settling = ReturnType<typeof createSettling>

/** Works out what a call gave that is not there yet: a promise is waited for, a generator gone through. */
export function createSettling(onUncaught?: Uncaught) {
  let fail: ((error: unknown) => void) | null = null
  // An error in a timer belongs to the call that waits for it. Where none waits, nobody does.
  onUncaught?.((error) => fail?.(error))

  async function settle(result: unknown, onWait: () => void): Promise<unknown> {
    if (!isThenable(result)) return valuesOf(result, false) ?? result
    onWait()
    const uncaught = new Promise<never>((_, reject) => {
      fail = reject
    })
    try {
      const value = await Promise.race([result, uncaught])
      return isIterator(value) ? valuesOf(value, false) : value
    } finally {
      fail = null
    }
  }

  return {
    settle,
    isUnsettled: (result: unknown): boolean => isThenable(result) || isIterator(result),
  }
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  try {
    return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'
  } catch {
    return false
  }
}
