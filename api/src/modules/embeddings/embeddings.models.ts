/** Length of every stored vector. */
export const DIMENSIONS = 1536

/** Turns texts into vectors of `DIMENSIONS` numbers. */
export type Embedder = {
  /** The model that is used while nothing fails. */
  model: string
  /**
   * The answer's `model` names what really made the vectors; only like is compared with like. `tokens` is what a model
   * charged for. `learnerId`: in whose name.
   */
  embed: (
    texts: string[],
    options?: { learnerId?: string },
  ) => Promise<{ model: string; vectors: number[][]; tokens?: number }>
}
