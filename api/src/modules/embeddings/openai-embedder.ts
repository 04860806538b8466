import type { Logger } from 'pino'
import { z } from 'zod'
import { type ModelClient, waitToRetry } from '../model-client/model-client.ts'
import { readText } from '../model-client/model-server.ts'
import { isRefusal, ServerError } from '../model-client/server-errors.models.ts'
import { toStoredVector, type VectorLength } from './dimensions.models.ts'
import type { Embedder } from './embeddings.models.ts'

/** Embedding is a small call; one that takes longer, with its second try, is given up for the built-in method. */
const TIMEOUT_MS = 10_000
const TRIES = 2
/** Without it some servers answer in Base64; others do not know it. */
const FORMAT = 'encoding_format'
/** A vector is some 40 KB of digits, and the knowledge notes are a hundred. */
const ANSWER_MAX_BYTES = 16 * 1024 * 1024

const answerSchema = z.object({
  data: z.array(z.object({ index: z.int().optional(), embedding: z.array(z.number()) })),
  usage: z.object({ prompt_tokens: z.int().nonnegative() }).nullish().catch(undefined),
})

/**
 * Embeds with an OpenAI-compatible server, and with `fallback` when that fails in any way: its vectors carry another
 * model's name and are never compared with these.
 */
export function createOpenAiEmbedder({
  client,
  model,
  length,
  fallback,
  logger,
}: {
  client: ModelClient
  model: string
  length: VectorLength
  fallback: Embedder
  logger: Logger
}): Embedder {
  return {
    model,
    async embed(texts) {
      try {
        return { model, ...(await embedWithServer({ client, model, length, texts })) }
      } catch (error) {
        logger.warn({ err: error, model }, 'embedding failed, using the built-in one')
        return fallback.embed(texts)
      }
    },
  }
}

/**
 * One vector a text, in their order, as they are stored.
 *
 * @throws where the server fails, or its vectors are not of the expected length or have no direction
 */
export async function embedWithServer({
  client: { server, embeddingsWithout },
  model,
  length,
  texts,
}: {
  client: ModelClient
  model: string
  length: VectorLength
  texts: string[]
}): Promise<{ vectors: number[][]; tokens: number }> {
  const signal = AbortSignal.timeout(TIMEOUT_MS)
  const startedAt = performance.now()
  const input = { model, input: texts, ...(length.requested && { dimensions: length.requested }) }
  for (let tries = 1; ; tries++) {
    try {
      const body = embeddingsWithout.has(FORMAT) ? input : { ...input, [FORMAT]: 'float' }
      const response = await server.post('/embeddings', body, signal)
      const text = await readText(response, ANSWER_MAX_BYTES)
      const { data, usage } = answerSchema.parse(JSON.parse(text))
      const vectors = data
        .toSorted((a, b) => (a.index ?? 0) - (b.index ?? 0))
        .map(({ embedding }) => toStoredVector(embedding, length.expected))
      if (vectors.length !== texts.length)
        throw new Error(`${vectors.length} vectors came for ${texts.length} texts`)
      return { vectors, tokens: usage?.prompt_tokens ?? estimateTokens(texts) }
    } catch (error) {
      if (tries === TRIES) throw error
      if (error instanceof ServerError && isRefusal(error, error.words.includes(FORMAT)))
        embeddingsWithout.add(FORMAT)
      else await waitToRetry({ error, tries, leftMs: TIMEOUT_MS - (performance.now() - startedAt), signal })
    }
  }
}

/** Servers that do not say what they charged are taken at four bytes a token. */
function estimateTokens(texts: string[]): number {
  return Math.ceil(Buffer.byteLength(texts.join('')) / 4)
}
