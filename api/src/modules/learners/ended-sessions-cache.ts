import { type Clock, isStillFresh } from '../../shared/clock.ts'
import type { EndedSessions } from './learners.models.ts'
import type { LearnersRepository } from './learners.repository.ts'

/** How long an answer about a learner's sessions is trusted without asking the database again. */
const TRUSTED_MS = 20_000
const SIZE = 20_000

export type EndedSessionsCache = ReturnType<typeof createEndedSessionsCache>

/**
 * The ended sessions by learner. This process knows at once of those it ended itself; of another's it hears within
 * 20 seconds.
 */
export function createEndedSessionsCache({
  learners,
  clock,
}: {
  learners: Pick<LearnersRepository, 'getEndedSessions'>
  clock: Clock
}) {
  const cache = new Map<string, { ended: EndedSessions; until: number }>()

  async function read(learnerId: string): Promise<EndedSessions> {
    const known = cache.get(learnerId)
    const ended = await learners.getEndedSessions({ learnerId })
    // An answer that was stored while the database was asked is newer than this one.
    const meanwhile = cache.get(learnerId)
    if (meanwhile && meanwhile !== known) return meanwhile.ended
    return store(learnerId, ended)
  }

  function store(learnerId: string, ended: EndedSessions): EndedSessions {
    if (cache.size >= SIZE) cache.clear()
    cache.set(learnerId, { ended, until: clock().getTime() + TRUSTED_MS })
    return ended
  }

  return {
    async get(learnerId: string): Promise<EndedSessions> {
      const known = cache.get(learnerId)
      return known && isStillFresh({ ...known, forMs: TRUSTED_MS, clock }) ? known.ended : read(learnerId)
    },

    /** Reads again what this process has just written. */
    async refresh(learnerId: string): Promise<void> {
      store(learnerId, await learners.getEndedSessions({ learnerId }))
    },
  }
}
