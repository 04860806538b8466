import type OpenAI from 'openai'
import type { Logger } from 'pino'
import { DIMENSIONS, type Embedder } from './embeddings.models.ts'

/** Embedding is a small call; one that takes longer is given up for the built-in method. */
const TIMEOUT_MS = 10_000

/**
 * Embeds with an OpenAI-compatible server, and with `fallback` when that fails in any way: its vectors carry another
 * model's name and are never compared with these. Shorter vectors are padded with zeros, which leaves their cosine
 * distances as they are.
 */
export function createOpenAiEmbedder({
  client,
  model,
  fallback,
  logger,
}: {
  client: OpenAI
  model: string
  fallback: Embedder
  logger: Logger
}): Embedder {
  const embed: Embedder['embed'] = async (texts) => {
    try {
      const { data, usage } = await client.embeddings.create(
        { model, input: texts, encoding_format: 'float' },
        { timeout: TIMEOUT_MS, maxRetries: 1 },
      )
      const vectors = data.toSorted((a, b) => a.index - b.index).map((item) => pad(item.embedding))
      if (vectors.length !== texts.length)
        throw new Error(`${vectors.length} vectors for ${texts.length} texts`)
      return { model, vectors, tokens: countTokens(usage?.prompt_tokens, texts) }
    } catch (error) {
      logger.warn({ err: error, model }, 'embedding failed, using the built-in one')
      return fallback.embed(texts)
    }
  }
  return { model, embed }
}

/** Servers that do not say what they charged are taken at four bytes a token. */
function countTokens(charged: unknown, texts: string[]): number {
  return typeof charged === 'number' && Number.isSafeInteger(charged) && charged >= 0
    ? charged
    : Math.ceil(Buffer.byteLength(texts.join('')) / 4)
}

function pad(vector: number[]): number[] {
  const usable = vector.length > 0 && vector.length <= DIMENSIONS && vector.every(Number.isFinite)
  if (!usable || vector.every((value) => value === 0))
    throw new Error(`a vector of ${vector.length} numbers cannot be stored as ${DIMENSIONS}`)
  return vector.length === DIMENSIONS
    ? vector
    : [...vector, ...new Array<number>(DIMENSIONS - vector.length).fill(0)]
}
