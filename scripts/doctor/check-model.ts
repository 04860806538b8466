import { z } from 'zod'
import { ConfigError, parseModelConfig } from '../../api/src/config/config.ts'
import { VectorError, vectorLengthOf } from '../../api/src/modules/embeddings/dimensions.models.ts'
import { embedWithServer } from '../../api/src/modules/embeddings/openai-embedder.ts'
import { describeLeftOut } from '../../api/src/modules/model-client/dialect.models.ts'
import { findJson } from '../../api/src/modules/model-client/find-json.models.ts'
import {
  type Asked,
  createModelClient,
  type ModelAnswer,
  type ModelClient,
  OPENAI,
} from '../../api/src/modules/model-client/model-client.ts'
import { systemClock } from '../../api/src/shared/clock.ts'
import { explainFailure, type ModelSettings } from './explain-model.ts'
import { type Finding, note, ok, problem } from './finding.ts'

type Env = Record<string, string>

/** A model that thinks first needs some of them for that. */
const TOKENS = 1_000
const wordSchema = z.object({ word: z.string() })
const wordShape = { name: 'word', schema: z.toJSONSchema(wordSchema) }

/** Asks the model as hints, plans and the intake do, each with next to nothing: only that shows that they will work. */
export async function checkModel(env: Env): Promise<Finding[]> {
  let settings: ReturnType<typeof parseModelConfig>
  try {
    settings = parseModelConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return [problem('Model', error.message)]
    throw error
  }
  if (!settings)
    return [
      note('Model', 'none (OPENAI_API_KEY and OPENAI_BASE_URL are not set): plans are made by rules alone'),
      note('Embeddings', 'built in'),
      note('Hints', 'those of the exercises; nothing answers questions about one’s own code'),
    ]
  const model: ModelSettings = { ...settings, baseUrl: settings.baseUrl ?? OPENAI }
  const client = createModelClient({ ...model, clock: systemClock })
  const [completions, embeddings] = await Promise.all([
    checkCompletions(model, client),
    checkEmbeddings(model, client, Boolean(env.OPENAI_EMBEDDING_MODEL)),
  ])
  return [...completions, embeddings, ok('Hints', `about one’s own code: ${hintsADay(env.HINT_DAILY_LIMIT)}`)]
}

async function checkCompletions(model: ModelSettings, client: ModelClient): Promise<Finding[]> {
  const ask = (question: Pick<Asked, 'prompt'> & Partial<Asked>): Promise<ModelAnswer> =>
    client.ask({
      model: model.name,
      tokensMax: TOKENS,
      timeoutMs: model.timeoutSeconds * 1000,
      signal: new AbortController().signal,
      ...question,
    })
  const leftOut = () => {
    const names = describeLeftOut(client.dialectOf(model.name))
    return names.length > 0 ? `, without what the server does not take: ${names.join(', ')}` : ''
  }

  const text = await ask({
    prompt: { system: 'You answer with one word.', user: 'Say: ready' },
    stream: true,
  })
  if (!text.ok && text.reason !== 'truncated')
    return [problem('Model', `${await explainFailure(model, text)}; meanwhile rules make the plans`)]
  const spoke = text.ok
    ? ok('Model', `${model.name} answers${leftOut()}`)
    : note('Model', `${model.name} thinks for more than ${TOKENS} tokens before it answers${leftOut()}`)

  const shaped = await ask({
    prompt: {
      system: 'You answer with one JSON object of the given schema and nothing else.',
      user: 'The value of "word" is "ready".',
    },
    shape: wordShape,
  })
  const part = 'Model, for plans'
  if (shaped.ok && findJson(shaped.text, wordSchema))
    return [spoke, ok(part, `${model.name} answers in JSON${leftOut()}`)]
  const why = shaped.ok
    ? `OPENAI_MODEL: ${model.name} does not keep to JSON; ask for a model that does`
    : await explainFailure(model, shaped)
  return [spoke, problem(part, `${why}; meanwhile rules make the plans`)]
}

/** Without an embedding model of one's choice the built-in method is as good an answer as the server's. */
async function checkEmbeddings(
  model: ModelSettings,
  client: ModelClient,
  isChosen: boolean,
): Promise<Finding> {
  const part = 'Embeddings'
  const length = vectorLengthOf(model.embeddingName, model.embeddingDimensions)
  try {
    await embedWithServer({ client, model: model.embeddingName, length, texts: ['ready'] })
    const without = [...client.embeddingsWithout]
    const rest = without.length > 0 ? `, without what the server does not take: ${without.join(', ')}` : ''
    return ok(part, `${model.embeddingName} answers with ${length.expected} numbers${rest}`)
  } catch (error) {
    const why =
      error instanceof VectorError
        ? `${model.embeddingName}: ${error.message}`
        : await explainFailure(
            { ...model, name: model.embeddingName, timeoutSeconds: 10 },
            { error, variable: 'OPENAI_EMBEDDING_MODEL' },
          )
    const text = `${why}; meanwhile the built-in method embeds`
    return isChosen ? problem(part, text) : note(part, `${text} (OPENAI_EMBEDDING_MODEL is not set)`)
  }
}

function hintsADay(limit: string | undefined): string {
  if (limit === '0') return 'without a limit (HINT_DAILY_LIMIT is 0)'
  return limit ? 'HINT_DAILY_LIMIT is set' : 'the default number a day and learner'
}
