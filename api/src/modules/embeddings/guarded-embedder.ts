import type { Logger } from 'pino'
import type { ModelGuard } from '../model-guard/model-guard.ts'
import type { Embedder } from './embeddings.models.ts'

/** Embeds with the model while it may be asked, else with `fallback`, whose vectors carry its own name. */
export function guardEmbedder({
  embedder,
  fallback,
  guard,
  logger,
}: {
  embedder: Embedder
  fallback: Embedder
  guard: ModelGuard
  logger: Logger
}): Embedder {
  /** An embedding never waits for a budget that cannot be read. */
  async function mayAsk(learnerId: string | null): Promise<boolean> {
    try {
      return (await guard.refusalOf({ kind: 'embedding', learnerId })) === null
    } catch (err) {
      logger.warn({ err }, 'the budget of the model could not be read, so it is not asked')
      return false
    }
  }

  return {
    model: embedder.model,
    async embed(texts, { learnerId = null } = {}) {
      if (!(await mayAsk(learnerId))) return fallback.embed(texts)
      const embedded = await embedder.embed(texts)
      const { tokens } = embedded
      await guard.record({
        kind: 'embedding',
        usage: tokens === undefined ? undefined : { promptTokens: tokens, completionTokens: 0 },
        works: embedded.model === embedder.model,
      })
      return embedded
    },
  }
}
