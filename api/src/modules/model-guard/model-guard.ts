import type { Logger } from 'pino'
import { createBatches } from '../../shared/batches.ts'
import type { Clock } from '../../shared/clock.ts'
import type { ModelUsage } from '../model-client/answers.models.ts'
import type { RateLimiter } from '../rate-limits/rate-limiter.ts'
import { createCircuitBreaker } from './circuit-breaker.ts'
import type { ModelSwitch } from './model-switch.ts'
import type { ModelKind, ModelUsageRepository } from './model-usage.repository.ts'

/** Why the model is not asked: an operator's word, its own failures one after the other, or a day's budget. */
export const modelRefusals = ['turned_off', 'resting', 'learner_budget', 'instance_budget'] as const
export type ModelRefusal = (typeof modelRefusals)[number]

/** Stands before every call of a model: nothing asks one without it. */
export type ModelGuard = {
  /** True if an operator has the model turned on, whatever the budgets say. */
  isOn: () => Promise<boolean>
  /**
   * Asks for one call, which counts from then on; null when it may be made.
   *
   * @throws when the budget cannot be read: nothing is granted then, and the database is at fault
   */
  refusalOf: (options: { kind: ModelKind; learnerId: string | null }) => Promise<ModelRefusal | null>
  /**
   * Notes how a call ended: what it used, and where that is known whether the server `works`. It never throws: a figure
   * that is lost must not cost a plan.
   */
  record: (options: {
    kind: ModelKind
    usage?: ModelUsage | undefined
    works?: boolean | undefined
  }) => Promise<void>
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

  /** Many may ask at once: those that come while one asks the database go with the next question. */
  const reserveOf = perKind((kind) =>
    createBatches(async (asked: null[]) => {
      const { modelCallsPerDay: callsPerDay, modelTokensPerDay: tokensPerDay } = limits
      const calls = asked.length
      const granted = await usage.reserve({ day: today(), kind, calls, callsPerDay, tokensPerDay })
      return asked.map((_, index) => index < granted)
    }),
  )
  /** As many end at once: so do their figures. */
  const addTo = perKind((kind) =>
    createBatches(async (used: ModelUsage[]) => {
      const promptTokens = used.reduce((sum, one) => sum + one.promptTokens, 0)
      const completionTokens = used.reduce((sum, one) => sum + one.completionTokens, 0)
      await usage.addTokens({ day: today(), kind, promptTokens, completionTokens })
      return used
    }),
  )

  // Plans and hints ask the same model, embeddings another.
  const completions = createCircuitBreaker({ clock })
  const embeddings = createCircuitBreaker({ clock })
  const breakerOf = (kind: ModelKind) => (kind === 'embedding' ? embeddings : completions)

  return {
    isOn: () => modelSwitch.isOn(),

    async refusalOf({ kind, learnerId }) {
      if (!(await modelSwitch.isOn())) return 'turned_off'
      if (breakerOf(kind).isOpen()) return 'resting'
      if (learnerId !== null && (await learnerLimit(learnerId)) > 0) return 'learner_budget'
      if (!(await reserveOf(kind)(null))) return 'instance_budget'
      return breakerOf(kind).enter() ? null : 'resting'
    },

    async record({ kind, usage: used, works }) {
      if (works !== undefined) breakerOf(kind).report(works)
      if (!used) return
      onUsage({ kind, usage: used })
      try {
        await addTo(kind)(used)
      } catch (err) {
        logger.warn({ err, kind }, 'the tokens of a call could not be counted')
      }
    },
  }
}

function perKind<Port>(make: (kind: ModelKind) => Port): (kind: ModelKind) => Port {
  const made = new Map<ModelKind, Port>()
  return (kind) => {
    const port = made.get(kind) ?? make(kind)
    made.set(kind, port)
    return port
  }
}
