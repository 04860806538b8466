import { ProblemError } from './errors.ts'

/** Event streams that one learner may follow in one process: a few tabs, and one that has not noticed its end. */
export const STREAMS_OF_ONE_LEARNER = 5
/** Streams end with what they follow, within seconds. */
const RETRY_SECONDS = 5

export function createStreamLimit({ most = STREAMS_OF_ONE_LEARNER }: { most?: number } = {}) {
  const open = new Map<string, number>()

  /**
   * Takes one place, which is free again once what comes back is called.
   *
   * @throws 429 when the learner has as many streams open as they may
   */
  return function take(learnerId: string): () => void {
    const count = open.get(learnerId) ?? 0
    if (count >= most) throw tooManyStreams(most)
    open.set(learnerId, count + 1)
    let isOpen = true
    return () => {
      if (!isOpen) return
      isOpen = false
      const left = (open.get(learnerId) ?? 1) - 1
      if (left > 0) open.set(learnerId, left)
      else open.delete(learnerId)
    }
  }
}

function tooManyStreams(most: number): ProblemError {
  return new ProblemError({
    status: 429,
    code: 'rate.too_many_streams',
    title: 'Too many streams at once',
    detail: `You follow ${most} already. Close a page that follows a plan, or try again in ${RETRY_SECONDS} seconds.`,
    headers: { 'retry-after': String(RETRY_SECONDS) },
  })
}
