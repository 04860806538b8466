/** Length of every stored vector. */
export const DIMENSIONS = 1536

/** Turns texts into vectors of `DIMENSIONS` numbers. */
export type Embedder = {
  /** What it embeds with when all is well. */
  model: string
  /** The answer's `model` names what really made the vectors; only like is compared with like. */
  embed: (texts: string[]) => Promise<{ model: string; vectors: number[][] }>
}
