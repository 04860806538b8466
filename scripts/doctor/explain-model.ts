import { z } from 'zod'
import type { parseModelConfig } from '../../api/src/config/config.ts'
import { AnswerError, type AnswerFailure } from '../../api/src/modules/model-client/model-failures.ts'
import { addressOf } from '../../api/src/modules/model-client/model-server.ts'
import {
  failureOf,
  isQuota,
  isUnknownModel,
  ServerError,
} from '../../api/src/modules/model-client/server-errors.models.ts'
import { reasonOf } from './finding.ts'

export type ModelSettings = NonNullable<ReturnType<typeof parseModelConfig>> & { baseUrl: string }

const ANSWERS_WITHIN_MS = 5_000
const NAMES_MOST = 8
/** Where servers keep the protocol: OpenAI's place, OpenRouter's, Groq's, Gemini's. */
const PLACES = ['/v1', '/api/v1', '/openai/v1', '/v1beta/openai']
/** Endings that people paste along with an address. */
const ENDPOINT = /\/(?:chat\/completions|completions|embeddings|models|api\/(?:chat|generate|tags)|api)\/?$/

const modelsSchema = z.object({ data: z.array(z.object({ id: z.string() })) })

/** Why a question to a model's server failed, and what would work; never the key. */
export async function explainFailure(
  model: ModelSettings,
  { error, ...failure }: { error: unknown; reason?: AnswerFailure; variable?: string },
): Promise<string> {
  const { variable = 'OPENAI_MODEL', reason = failureOf(error) } = failure
  if (error instanceof ServerError) return explainStatus(model, variable, error)
  if (reason === 'timeout' || isTimeout(error))
    return `no answer within ${model.timeoutSeconds} seconds; use a smaller model or a faster machine${variable === 'OPENAI_MODEL' ? ', or allow more by MODEL_TIMEOUT_SECONDS' : ''}`
  if (reason === 'unreachable' && !(error instanceof AnswerError))
    return `OPENAI_BASE_URL: the server cannot be reached (${reasonOf(error)}); start it, or correct the address`
  if (reason === 'unreadable' && !(error instanceof AnswerError))
    return `OPENAI_BASE_URL: what answers there does not speak OpenAI's protocol; ${await adviseAddress(model)}`
  return `${variable}: ${model.name} gave no usable answer (${reason}); ask for another model`
}

async function explainStatus(model: ModelSettings, variable: string, error: ServerError): Promise<string> {
  const { status, words } = error
  const said = words === '' ? '' : `: ${words.slice(0, 200)}`
  if (status >= 300 && status < 400) return explainRedirect(model, error)
  if (isQuota(error))
    return `the account with the provider has nothing left (${status}); add credit or raise its limit`
  if (isUnknownModel(error)) {
    const names = await namesOf(model)
    return `${variable}: the server does not know ${model.name}; ${names ? `it has ${names}` : 'ask for a model that it has'}`
  }
  if (status === 401 || status === 403 || /api.?key|unauthori[sz]ed/i.test(words))
    return model.apiKey
      ? `OPENAI_API_KEY: the server refuses it (${status}); set one that it knows`
      : `OPENAI_API_KEY: the server asks for a key (${status}), and none is set`
  if (status === 404 || status === 405)
    return `OPENAI_BASE_URL: the server answers, and has nothing at ${shown(addressOf(model.baseUrl, pathOf(variable)))} (${status}); ${await adviseAddress(model)}`
  if (status === 429) return `the server is busy (429${said}); try again later`
  if (status >= 500) return `the server fails (${status}${said}); its own log says more`
  return `the server does not accept the question (${status}${said})`
}

function pathOf(variable: string): string {
  return variable === 'OPENAI_MODEL' ? '/chat/completions' : '/embeddings'
}

function explainRedirect(model: ModelSettings, { status, location }: ServerError): string {
  const what = `OPENAI_BASE_URL: the server redirects (${status}), which is not followed: key and answers would go there`
  const base = addressOf(model.baseUrl, '/')
  const target =
    location !== undefined && URL.canParse(location, base) ? shown(new URL(location, base).href) : undefined
  return target === undefined
    ? `${what}; set the address that answers itself`
    : `${what}; if you trust it, set the address to ${target.replace(ENDPOINT, '')}`
}

/** The address that would work, when one below the same server does. */
async function adviseAddress(model: ModelSettings): Promise<string> {
  const url = new URL(model.baseUrl)
  const given = url.pathname.replace(/\/+$/, '')
  const trimmed = given.replace(ENDPOINT, '')
  const paths = [trimmed, ...PLACES.map((place) => trimmed + place), ...PLACES]
  for (const path of new Set(paths)) {
    if (path === given) continue
    url.pathname = path
    if (await speaks(model, url.href)) return `set it to ${shown(url.href)}`
  }
  return 'set it to the address that its documentation gives, which mostly ends with /v1'
}

/** True if something below an address accepts chat completions: a question without words costs nothing. */
async function speaks(model: ModelSettings, baseUrl: string): Promise<boolean> {
  const body = JSON.stringify({ model: model.name, messages: [] })
  const response = await call(model, addressOf(baseUrl, '/chat/completions'), { method: 'POST', body })
  if (!response) return false
  const isPage = /html/i.test(response.headers.get('content-type') ?? '')
  return !isPage && (response.status < 300 || response.status >= 400) && ![404, 405].includes(response.status)
}

async function namesOf(model: ModelSettings): Promise<string | undefined> {
  const response = await call(model, addressOf(model.baseUrl, '/models'), {})
  const parsed = modelsSchema.safeParse(await response?.json().catch(() => null))
  const names = parsed.data?.data.map(({ id }) => id.replace(/[^\w.:/@+-]/g, '')) ?? []
  if (names.length === 0) return undefined
  const more = names.length - NAMES_MOST
  return names.slice(0, NAMES_MOST).join(', ') + (more > 0 ? ` and ${more} more` : '')
}

async function call(model: ModelSettings, address: string, init: RequestInit): Promise<Response | undefined> {
  try {
    return await fetch(address, {
      ...init,
      headers: {
        'content-type': 'application/json',
        ...(model.apiKey && { authorization: `Bearer ${model.apiKey}` }),
      },
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWERS_WITHIN_MS),
    })
  } catch {
    return undefined
  }
}

/** An address without what may be secret in it. */
function shown(address: string): string {
  const { origin, pathname } = new URL(address)
  return `${origin}${pathname}`
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === 'TimeoutError'
}
