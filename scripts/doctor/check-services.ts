import net from 'node:net'
import { type Finding, note, ok, problem, reasonOf } from './finding.ts'

type Env = Record<string, string>
const ANSWERS_WITHIN_MS = 5_000

/** Asks the model's server for its list of models: that costs nothing and shows address and key to be right. */
export async function checkModel(env: Env): Promise<Finding[]> {
  const { OPENAI_API_KEY: key, OPENAI_BASE_URL: address, OPENAI_MODEL: model } = env
  if (!key && !address)
    return [
      note('Model', 'none (OPENAI_API_KEY and OPENAI_BASE_URL are not set): plans are made by rules alone'),
      note('Embeddings', 'built in'),
      note('Hints', 'those of the exercises; nothing answers questions about one’s own code'),
    ]
  const embeddings = ok(
    'Embeddings',
    env.OPENAI_EMBEDDING_MODEL ? 'OPENAI_EMBEDDING_MODEL is set' : 'the default model',
  )
  const hints = ok('Hints', `about one’s own code: ${hintsADay(env.HINT_DAILY_LIMIT)}`)
  const base = (address ?? 'https://api.openai.com/v1').replace(/\/+$/, '')
  try {
    const response = await fetch(`${base}/models`, {
      headers: key ? { authorization: `Bearer ${key}` } : {},
      signal: AbortSignal.timeout(ANSWERS_WITHIN_MS),
    })
    await response.body?.cancel()
    if (response.status === 401 || response.status === 403)
      return [problem('Model', 'OPENAI_API_KEY: the server refuses it'), embeddings, hints]
    const which = model ? 'OPENAI_MODEL is set' : 'OPENAI_MODEL is not set, so the default is asked for'
    return [ok('Model', `the server answers (${response.status}); ${which}`), embeddings, hints]
  } catch (error) {
    const variable = address ? 'OPENAI_BASE_URL' : 'OPENAI_API_KEY'
    return [
      problem(
        'Model',
        `${variable}: the server cannot be reached (${reasonOf(error)}); meanwhile rules make the plans`,
      ),
      embeddings,
      hints,
    ]
  }
}

function hintsADay(limit: string | undefined): string {
  if (limit === '0') return 'without a limit (HINT_DAILY_LIMIT is 0)'
  return limit ? 'HINT_DAILY_LIMIT is set' : 'the default number a day and learner'
}

/** Opens a connection to the mail server; no mail is sent. */
export async function checkMail(env: Env): Promise<Finding[]> {
  if (!env.SMTP_URL)
    return [
      note('Mail', 'none (SMTP_URL is not set): the sign-in link is shown on the page, on this machine only'),
    ]
  const { hostname, port, protocol } = new URL(env.SMTP_URL)
  const sender = env.EMAIL_FROM ? [] : [note('Mail', 'EMAIL_FROM is not set: mail carries a default sender')]
  const failure = await connect(hostname, Number(port) || (protocol === 'smtps:' ? 465 : 587))
  return failure === undefined
    ? [ok('Mail', 'the server at SMTP_URL takes connections'), ...sender]
    : [
        problem('Mail', `SMTP_URL: the server cannot be reached (${failure}); sign-in links cannot be sent`),
        ...sender,
      ]
}

/** A provider needs both of its values. */
export function checkProviders(env: Env): Finding[] {
  return ['GOOGLE', 'GITHUB'].map((name) => {
    const part = `Sign-in: ${name === 'GOOGLE' ? 'Google' : 'GitHub'}`
    const missing = [`${name}_CLIENT_ID`, `${name}_CLIENT_SECRET`].filter((variable) => !env[variable])
    if (missing.length === 0) return ok(part, 'offered')
    if (missing.length === 2) return note(part, 'not offered (its variables are not set)')
    return problem(part, `${missing[0]} is missing; the start refuses half a provider`)
  })
}

function connect(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = net.connect({ host, port, timeout: ANSWERS_WITHIN_MS })
    const done = (failure?: string) => {
      socket.destroy()
      resolve(failure)
    }
    socket.once('connect', () => done())
    socket.once('timeout', () => done('ETIMEDOUT'))
    socket.once('error', (error) => done(reasonOf(error)))
  })
}
