import { DIMENSIONS } from './embeddings.models.ts'

/**
 * Lengths of the vectors of well-known models, by a part of their names as servers write them; the more exact name stands
 * first. `shortens`: the model gives shorter vectors to a request that asks for them.
 */
const known: readonly { name: RegExp; length: number; shortens?: true }[] = [
  { name: /text-embedding-3-small/, length: 1536, shortens: true },
  { name: /text-embedding-3-large/, length: 3072, shortens: true },
  { name: /text-embedding-ada-002/, length: 1536 },
  { name: /gemini-embedding/, length: 3072, shortens: true },
  { name: /text-embedding-00[45]/, length: 768 },
  { name: /mistral-embed/, length: 1024 },
  { name: /nomic-embed/, length: 768 },
  { name: /embeddinggemma/, length: 768 },
  { name: /mxbai-embed-large/, length: 1024 },
  { name: /mxbai-embed-xsmall|all-minilm|paraphrase-multilingual-minilm/, length: 384 },
  { name: /all-mpnet|paraphrase-multilingual/, length: 768 },
  { name: /bge-m3/, length: 1024 },
  { name: /snowflake-arctic-embed2|snowflake-arctic-embed-l/, length: 1024 },
  { name: /(?:bge|e5|gte)(?:-[a-z\d.]+)*-large|e5-large/, length: 1024 },
  { name: /(?:bge|e5|gte)(?:-[a-z\d.]+)*-base|e5-base/, length: 768 },
  { name: /(?:bge|e5|gte)(?:-[a-z\d.]+)*-small|e5-small/, length: 384 },
  { name: /qwen3-embedding[:-]0\.6b/, length: 1024 },
  { name: /granite-embedding[:-]30m/, length: 384 },
  { name: /granite-embedding[:-]278m/, length: 768 },
]

export type VectorLength = {
  /** How many numbers a vector must have. */
  expected: number
  /** Dimensions to ask the server for, where the model would give others by itself. */
  requested: number | undefined
}

/** The length of a model's vectors: as configured, as it is known of the model, else as they are stored. */
export function vectorLengthOf(model: string, configured: number | undefined): VectorLength {
  const name = model.toLowerCase()
  const found = known.find((one) => one.name.test(name))
  const expected = configured ?? Math.min(found?.length ?? DIMENSIONS, DIMENSIONS)
  return { expected, requested: found?.shortens && expected !== found.length ? expected : undefined }
}

/**
 * A vector as it is stored: of length one, so that no number is too large or small for the database, and padded with zeros,
 * which leaves cosine distances as they are.
 *
 * @throws where it has another length than `expected` or no direction
 */
export function toStoredVector(vector: readonly number[], expected: number): number[] {
  if (vector.length !== expected)
    throw new VectorError(
      `vectors have ${vector.length} numbers and not ${expected}`,
      vector.length > 0 && vector.length <= DIMENSIONS
        ? `set OPENAI_EMBEDDING_DIMENSIONS=${vector.length} if that is right for this model`
        : `use a model whose vectors have ${DIMENSIONS} numbers or fewer`,
    )
  const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  if (!Number.isFinite(largest) || vector.some(Number.isNaN) || largest === 0)
    throw new VectorError('a vector has no direction', 'use another embedding model')
  // Scaled first: squares of very large or small numbers are infinite or nothing.
  const scaled = vector.map((value) => value / largest)
  const length = Math.hypot(...scaled)
  return [...scaled.map((value) => value / length), ...new Array<number>(DIMENSIONS - expected).fill(0)]
}

/** Vectors that cannot be used, and what would work. */
export class VectorError extends Error {
  override name = 'VectorError'
  readonly advice: string
  constructor(what: string, advice: string) {
    super(`${what}: ${advice}`)
    this.advice = advice
  }
}
