import type { Logger } from 'pino'
import { aborted } from '../../shared/aborted.ts'
import { createGate } from '../../shared/gate.ts'
import type { Embedder } from '../embeddings/embeddings.models.ts'
import type { IntakeRepository } from './intake.repository.ts'
import { type EmbedLater, ensureEmbedding } from './intake.usecases.ts'

/** At most so many questions to the embedding server at once. */
const AT_ONCE = 4
/** Learners that may wait for one; the vectors of more are made with their next plan. */
const WAITING_MOST = 1_000

/**
 * Embeds intakes behind the requests that saved them. A learner who saves again while one is under way is embedded once
 * more after it. Whatever is lost here (a crash, a server that fails) is made up for by the next plan.
 */
export function createIntakeEmbedder({
  intakes,
  embedder,
  logger,
}: {
  intakes: IntakeRepository
  embedder: Embedder
  logger: Logger
}): { embedLater: EmbedLater; stop: () => Promise<void> } {
  const gate = createGate(AT_ONCE)
  const changed = new Set<string>()
  const running = new Map<string, Promise<void>>()
  const stopping = new AbortController()
  /** Nobody waits for a server at the end; what it answered by then is still stored. */
  const untilStop: Embedder = {
    ...embedder,
    embed: (...args) => Promise.race([embedder.embed(...args), aborted(AbortSignal.any([stopping.signal]))]),
  }

  async function run(learnerId: string): Promise<void> {
    while (changed.delete(learnerId) && !stopping.signal.aborted) {
      try {
        await gate.enter(() => embedStored(learnerId))
      } catch (err) {
        logger.warn({ err }, 'an intake was not embedded; the next plan does it')
      }
    }
  }

  async function embedStored(learnerId: string): Promise<void> {
    stopping.signal.throwIfAborted()
    const found = await intakes.findEmbedded({ learnerId })
    if (found) await ensureEmbedding({ learnerId, ...found, intakes, embedder: untilStop })
  }

  return {
    embedLater(learnerId) {
      if (stopping.signal.aborted || running.size >= WAITING_MOST) return
      changed.add(learnerId)
      if (running.has(learnerId)) return
      running.set(
        learnerId,
        run(learnerId).finally(() => running.delete(learnerId)),
      )
    },
    async stop() {
      stopping.abort(new Error('shutting down'))
      await Promise.all(running.values())
    },
  }
}
