import { type Clock, isStillFresh } from '../../shared/clock.ts'
import type { LearnersRepository } from './learners.repository.ts'

/** How long a learner's "not before" moment is trusted without asking the database again. */
const TRUSTED_MS = 20_000
const SIZE = 20_000

export type NotBeforeCache = ReturnType<typeof createNotBeforeCache>

/**
 * The "not before" moments by learner. This process knows at once of those it set itself; of another's it hears within
 * 20 seconds.
 */
export function createNotBeforeCache({
  learners,
  clock,
}: {
  learners: Pick<LearnersRepository, 'getNotBefore'>
  clock: Clock
}) {
  const cache = new Map<string, { notBefore: Date | undefined; until: number }>()

  function set(learnerId: string, notBefore: Date | undefined): void {
    if (cache.size >= SIZE) cache.clear()
    cache.set(learnerId, { notBefore, until: clock().getTime() + TRUSTED_MS })
  }

  async function get(learnerId: string): Promise<Date | undefined> {
    const known = cache.get(learnerId)
    if (known && isStillFresh({ ...known, forMs: TRUSTED_MS, clock })) return known.notBefore
    const notBefore = await learners.getNotBefore({ learnerId })
    // What was set while the database was asked is newer than its answer.
    const meanwhile = cache.get(learnerId)
    if (meanwhile !== known) return meanwhile?.notBefore
    set(learnerId, notBefore)
    return notBefore
  }

  return { get, set }
}
