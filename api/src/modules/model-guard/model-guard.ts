import type { Logger } from 'pino'
import type { Clock } from '../../shared/clock.ts'
import type { RateLimiter } from '../rate-limits/rate-limiter.ts'
import type { ModelSwitch } from './model-switch.ts'
import type { ModelKind, ModelUsageRepository } from './model-usage.repository.ts'

/** Why the model is not asked: by the operator, or because a day's budget is used up. */
export type ModelRefusal = 'turned_off' | 'learner_budget' | 'instance_budget'
export type ModelUsage = { promptTokens: number; completionTokens: number }

/** Stands before every call of a model: nothing asks one without it. */
export type ModelGuard = {
  /** Whether an operator has it turned on; says nothing of budgets. */
  isOn: () => Promise<boolean>
  /**
   * Asks for one call, which counts from then on; null when it may be made.
   *
   * @throws when the budget cannot be read: nothing is granted then, and the database is at fault
   */
  refusalOf: (options: { kind: ModelKind; learnerId: string | null }) => Promise<ModelRefusal | null>
  /** Notes what a call used. It never throws: a figure that is lost must not cost a plan. */
  record: (options: { kind: ModelKind; usage: ModelUsage }) => Promise<void>
}

export function createModelGuard({
  usage,
  modelSwitch,
  learnerLimit,
  limits,
  clock,
  logger,
  onUsage = () => {},
}: {
  usage: ModelUsageRepository
  modelSwitch: ModelSwitch
  /** Calls of one learner a day. */
  learnerLimit: RateLimiter
  limits: { modelCallsPerDay: number; modelTokensPerDay: number }
  clock: Clock
  logger: Logger
  onUsage?: (options: { kind: ModelKind; usage: ModelUsage }) => void
}): ModelGuard {
  const today = () => clock().toISOString().slice(0, 10)
  const waiting = new Map<ModelKind, PromiseWithResolvers<boolean>[]>()

  /** Many generations may ask at once: those that come while one asks the database go with the next question. */
  async function reserve(kind: ModelKind): Promise<boolean> {
    const queue = waiting.get(kind)
    if (queue) {
      const turn = Promise.withResolvers<boolean>()
      queue.push(turn)
      return turn.promise
    }
    waiting.set(kind, [])
    try {
      return (await ask(kind, 1)) > 0
    } finally {
      void reserveQueued(kind)
    }
  }

  async function reserveQueued(kind: ModelKind): Promise<void> {
    const queue = waiting.get(kind) ?? []
    if (queue.length === 0) {
      waiting.delete(kind)
      return
    }
    waiting.set(kind, [])
    try {
      const granted = await ask(kind, queue.length)
      for (const [index, { resolve }] of queue.entries()) resolve(index < granted)
    } catch (error) {
      for (const { reject } of queue) reject(error)
    }
    await reserveQueued(kind)
  }

  function ask(kind: ModelKind, calls: number): Promise<number> {
    const { modelCallsPerDay: callsPerDay, modelTokensPerDay: tokensPerDay } = limits
    return usage.reserve({ day: today(), kind, calls, callsPerDay, tokensPerDay })
  }

  return {
    isOn: () => modelSwitch.isOn(),

    async refusalOf({ kind, learnerId }) {
      if (!(await modelSwitch.isOn())) return 'turned_off'
      if (learnerId !== null && (await learnerLimit(learnerId)) > 0) return 'learner_budget'
      return (await reserve(kind)) ? null : 'instance_budget'
    },

    async record({ kind, usage: used }) {
      onUsage({ kind, usage: used })
      try {
        await usage.addTokens({ day: today(), kind, ...used })
      } catch (err) {
        logger.warn({ err, kind }, 'the tokens of a call could not be counted')
      }
    },
  }
}
