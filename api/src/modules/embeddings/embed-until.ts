import { aborted } from '../../shared/aborted.ts'
import type { Embedder } from './embeddings.models.ts'

/** An embedder that nobody waits for once the signal ends the process. */
export function embedUntil(signal: AbortSignal, embedder: Embedder): Embedder {
  return {
    ...embedder,
    // A signal of its own for each call, so that none holds on to the long-lived one.
    embed: (...args) => Promise.race([embedder.embed(...args), aborted(AbortSignal.any([signal]))]),
  }
}
