import type { ModelGuard } from '../model-guard/model-guard.ts'
import type { Embedder } from './embeddings.models.ts'

/** Embeds with the model while it may be asked, else with `fallback`, whose vectors carry its own name. */
export function guardEmbedder({
  embedder,
  fallback,
  guard,
}: {
  embedder: Embedder
  fallback: Embedder
  guard: ModelGuard
}): Embedder {
  return {
    model: embedder.model,
    async embed(texts, { learnerId = null } = {}) {
      if (await guard.refusalOf({ kind: 'embedding', learnerId })) return fallback.embed(texts)
      const embedded = await embedder.embed(texts)
      if (embedded.tokens !== undefined)
        await guard.record({
          kind: 'embedding',
          usage: { promptTokens: embedded.tokens, completionTokens: 0 },
        })
      return embedded
    },
  }
}
