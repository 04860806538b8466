import { setTimeout as delay } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { LiveRepository, LiveState } from './live.repository.ts'

export const LOOK_MS = 400

export type LiveFollower = ReturnType<typeof createLiveFollower>

/**
 * Watches the states of those learners who follow at the moment, all in one statement, so that what any replica or
 * import wrote is seen; nobody who writes has to say so. Nothing is read while nobody follows.
 */
export function createLiveFollower({
  live,
  logger,
  lookMs = LOOK_MS,
}: {
  live: Pick<LiveRepository, 'readStates'>
  logger: Logger
  lookMs?: number
}) {
  const followers = new Map<string, Set<(state: LiveState) => void>>()
  let isLooking = false
  let failing = false

  async function look(): Promise<void> {
    isLooking = true
    for (; followers.size > 0; await delay(lookMs)) {
      try {
        const learnerIds = [...followers.keys()]
        const states = await live.readStates(learnerIds)
        for (const [at, learnerId] of learnerIds.entries()) {
          const state = states[at]
          if (state) for (const onState of followers.get(learnerId) ?? []) onState(state)
        }
        failing = false
      } catch (err) {
        if (!failing) logger.warn({ err }, 'what changed for followers could not be read; trying again')
        failing = true
      }
    }
    isLooking = false
  }

  return {
    /** `onState` gets the learner's state now and then; ends with `signal`. */
    follow(options: { learnerId: string; signal: AbortSignal; onState: (state: LiveState) => void }): void {
      const { learnerId, signal, onState } = options
      if (signal.aborted) return
      const all = followers.get(learnerId) ?? new Set()
      followers.set(learnerId, all.add(onState))
      signal.addEventListener('abort', () => {
        all.delete(onState)
        if (all.size === 0 && followers.get(learnerId) === all) followers.delete(learnerId)
      })
      if (!isLooking) void look()
    },
  }
}
