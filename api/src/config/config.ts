import { z } from 'zod'
import { DIMENSIONS } from '../modules/embeddings/embeddings.models.ts'
import { emailSchema } from '../shared/email.ts'
import { bitsToGuess, PASSWORD_BITS, SECRET_BITS } from '../shared/guessable-secret.ts'
import { learnerIdOf } from '../shared/learner-id.ts'

const number = (min: number, max: number, message: string) =>
  z.coerce.number(message).int(message).min(min, message).max(max, message)
const port = number(1, 65535, 'must be a port number')
const count = number(1, Number.MAX_SAFE_INTEGER, 'must be a whole number, 1 or more')
/** 0 means without a limit. */
const limit = number(0, Number.MAX_SAFE_INTEGER, 'must be a whole number, 0 or more')
const webAddress = z.url({
  protocol: /^https?$/,
  error: 'must be an address that begins with http:// or https://',
})
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
/** Empty variables count as absent: that is what an unset line of a Compose file or `.env` gives. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

const emails = z.string().transform((text, context) => {
  const list = z.array(emailSchema).safeParse(text.split(','))
  if (list.success) return list.data
  context.addIssue('must be email addresses with commas between them')
  return z.NEVER
})

const publicJwk = z.looseObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string(),
  /** Needed only where the set has several keys. */
  kid: z.string().optional(),
  d: z.undefined('holds a private key; the API takes public keys only').optional(),
})
export const jwksSchema = z.object({ keys: z.array(publicJwk).min(1) })
const jwks = z.string().transform((text, context) => {
  try {
    return jwksSchema.parse(JSON.parse(text))
  } catch {
    context.addIssue('must be a JSON Web Key Set of public Ed25519 keys')
    return z.NEVER
  }
})

/** `codify@example.org`, or with a name: `Codify <codify@example.org>`. */
const sender = z
  .string()
  .max(320, 'must be at most 320 characters')
  .regex(/^([^<>\r\n]*<)?[^\s<>@]+@[^\s<>@]+>?$/, 'must be an email address, or a name with one in <>')

const databaseAddress = optional(
  z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://'),
)

const environment = z.object({
  NODE_ENV: optional(z.string()),
  API_PORT: optional(port).transform((value) => value ?? 4000),
  API_HOST: optional(z.string()).transform((value) => value ?? '127.0.0.1'),
  WEB_PORT: optional(port).transform((value) => value ?? 3000),
  DATABASE_URL: databaseAddress,
  DATABASE_READ_URL: databaseAddress,
  DATA_DIR: optional(z.string()).transform((value) => value ?? '.data'),
  // A key with characters that no header can hold would appear in the error of each request.
  OPENAI_API_KEY: optional(
    z
      .string()
      .trim()
      .regex(/^[!-~]+$/, 'must be letters, digits and signs, without spaces or line breaks'),
  ),
  OPENAI_BASE_URL: optional(
    webAddress.refine(
      (address) => !URL.canParse(address) || new URL(address).username + new URL(address).password === '',
      'must hold no user and no password; a key goes into OPENAI_API_KEY',
    ),
  ),
  OPENAI_MODEL: optional(z.string()),
  OPENAI_EMBEDDING_MODEL: optional(z.string()),
  OPENAI_EMBEDDING_DIMENSIONS: optional(
    number(1, DIMENSIONS, `must be a whole number, from 1 to ${DIMENSIONS}`),
  ),
  MODEL_TIMEOUT_SECONDS: optional(number(1, 600, 'must be whole seconds, from 1 to 600')).transform(
    (value) => value ?? 60,
  ),
  NEXTAUTH_URL: optional(webAddress),
  AUTH_JWKS: optional(jwks),
  AUTH_JWKS_URL: optional(webAddress),
  PLAN_DAILY_LIMIT: optional(count).transform((value) => value ?? 10),
  HINT_DAILY_LIMIT: optional(limit).transform((value) => value ?? 20),
  RATE_LIMIT_PER_MINUTE: optional(count).transform((value) => value ?? 120),
  MODERATOR_EMAILS: optional(emails).transform((value) => value ?? []),
  RATE_LIMIT_PER_MINUTE_ANONYMOUS: optional(limit),
  SIGN_IN_LIMIT_PER_EMAIL: optional(limit),
  SIGN_IN_LIMIT_PER_IP: optional(limit),
  MODEL_DAILY_CALLS: optional(limit).transform((value) => value ?? 5_000),
  MODEL_DAILY_TOKENS: optional(limit).transform((value) => value ?? 50_000_000),
  MODEL_DAILY_CALLS_PER_LEARNER: optional(limit).transform((value) => value ?? 100),
  TRUST_PROXY_API: optional(number(0, 10, 'must be a number of proxies, from 0 to 10')).transform(
    (value) => value ?? 0,
  ),
  SMTP_URL: optional(z.string().regex(/^smtps?:\/\/\S+$/, 'must be an smtp:// or smtps:// address')),
  EMAIL_FROM: optional(sender),
  OTEL_EXPORTER_OTLP_ENDPOINT: optional(webAddress),
  METRICS_TOKEN: optional(z.string().min(16, 'must have at least 16 characters')),
  LOG_LEVEL: optional(z.enum(logLevels, `must be one of ${logLevels.join(', ')}`)).transform(
    (value) => value ?? 'info',
  ),
})

/** Secrets that production does not start with, because they can be guessed. */
function refuseGuessable(vars: z.output<typeof environment>): void {
  if (vars.NODE_ENV !== 'production') return
  if (vars.METRICS_TOKEN !== undefined && bitsToGuess(vars.METRICS_TOKEN) < SECRET_BITS)
    throw new ConfigError('METRICS_TOKEN: too easy to guess; openssl rand -hex 24 makes a good one')
  for (const name of ['DATABASE_URL', 'DATABASE_READ_URL'] as const) {
    const password = passwordOf(vars[name])
    if (password !== undefined && bitsToGuess(password) < PASSWORD_BITS)
      throw new ConfigError(
        `${name}: its password is too easy to guess; give the role another one (npm run keys makes one)`,
      )
  }
}

/** The password for a server that other machines can ask too; none where it is on this machine, or needs none. */
function passwordOf(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined
  const { hostname, password } = new URL(address)
  const isHere = hostname === '' || /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname)
  if (isHere || password === '') return undefined
  try {
    return decodeURIComponent(password)
  } catch {
    return password
  }
}

const modelVariables = environment.pick({
  OPENAI_API_KEY: true,
  OPENAI_BASE_URL: true,
  OPENAI_MODEL: true,
  OPENAI_EMBEDDING_MODEL: true,
  OPENAI_EMBEDDING_DIMENSIONS: true,
  MODEL_TIMEOUT_SECONDS: true,
})

/** Absent without a key or an address of one's own server: then the rules alone make plans. */
function readModel(vars: z.output<typeof modelVariables>) {
  if (!vars.OPENAI_API_KEY && !vars.OPENAI_BASE_URL) return undefined
  return {
    apiKey: vars.OPENAI_API_KEY,
    baseUrl: vars.OPENAI_BASE_URL,
    name: vars.OPENAI_MODEL ?? 'gpt-5-mini',
    embeddingName: vars.OPENAI_EMBEDDING_MODEL ?? 'text-embedding-3-small',
    /** Absent: as it is known of the model. */
    embeddingDimensions: vars.OPENAI_EMBEDDING_DIMENSIONS,
    timeoutSeconds: vars.MODEL_TIMEOUT_SECONDS,
  }
}

/**
 * The model alone, for tools that need nothing else.
 *
 * @throws {ConfigError} naming the first wrong variable
 */
export function parseModelConfig(env: Record<string, string | undefined>) {
  return readModel(parseOrRefuse(modelVariables, env))
}

export type Config = ReturnType<typeof parseConfig>

/** The address as it was given, and its origin: web signs with the origin, whatever slash or path follows it. */
function issuersOf(address: string): string[] {
  return [...new Set([address, new URL(address).origin])]
}

/** A variable is wrong or missing. The message names it and never shows its value. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

function parseOrRefuse<Schema extends z.ZodType>(
  schema: Schema,
  env: Record<string, string | undefined>,
): z.output<Schema> {
  const parsed = schema.safeParse(env)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new ConfigError(`${issue?.path[0]?.toString() ?? 'configuration'}: ${issue?.message ?? 'wrong'}`)
}

/**
 * Reads the configuration from environment variables.
 *
 * @throws {ConfigError} naming the first wrong variable
 */
export function parseConfig(env: Record<string, string | undefined>) {
  const vars = parseOrRefuse(environment, env)
  if (vars.DATABASE_READ_URL && !vars.DATABASE_URL)
    throw new ConfigError('DATABASE_READ_URL: a replica needs its primary; set DATABASE_URL too')
  if (!vars.AUTH_JWKS && !vars.AUTH_JWKS_URL)
    throw new ConfigError(
      'AUTH_JWKS: missing; set it, or AUTH_JWKS_URL, to the public keys that sign API tokens',
    )
  refuseGuessable(vars)
  const publicAddress = vars.NEXTAUTH_URL ?? `http://localhost:${vars.WEB_PORT}`
  return {
    port: vars.API_PORT,
    host: vars.API_HOST,
    databaseUrl: vars.DATABASE_URL,
    databaseReadUrl: vars.DATABASE_READ_URL,
    dataDir: vars.DATA_DIR,
    logLevel: vars.LOG_LEVEL,
    /** Where people open the pages, for links in mails and calendars. */
    webUrl: new URL(publicAddress).origin,
    /** Absent: nothing reminds anybody by mail. */
    mail: vars.SMTP_URL
      ? {
          smtpUrl: vars.SMTP_URL,
          from: vars.EMAIL_FROM ?? `Codify <no-reply@${new URL(publicAddress).hostname}>`,
        }
      : undefined,
    /** Where to is read by the exporter itself, like the other standard `OTEL_` variables. */
    traces: vars.OTEL_EXPORTER_OTLP_ENDPOINT !== undefined,
    metricsToken: vars.METRICS_TOKEN,
    auth: {
      issuers: issuersOf(publicAddress),
      jwks: vars.AUTH_JWKS,
      jwksUrl: vars.AUTH_JWKS_URL,
    },
    model: readModel(vars),
    limits: {
      plansPerDay: vars.PLAN_DAILY_LIMIT,
      /** Answers of the model about a learner's code; 0: no limit. */
      hintsPerDay: vars.HINT_DAILY_LIMIT,
      requestsPerMinute: vars.RATE_LIMIT_PER_MINUTE,
      commentsPerMinute: Math.ceil(vars.RATE_LIMIT_PER_MINUTE / 4),
      /** Of one network address; 0 in this and what follows: no limit. */
      anonymousPerMinute: vars.RATE_LIMIT_PER_MINUTE_ANONYMOUS ?? Math.ceil(vars.RATE_LIMIT_PER_MINUTE * 2.5),
      // Links that are shown and not mailed can flood nobody's mailbox.
      linksPerEmail: vars.SIGN_IN_LIMIT_PER_EMAIL ?? (vars.SMTP_URL ? 5 : 0),
      linksPerAddress: vars.SIGN_IN_LIMIT_PER_IP ?? (vars.SMTP_URL ? 30 : 0),
      modelCallsPerDay: vars.MODEL_DAILY_CALLS,
      modelTokensPerDay: vars.MODEL_DAILY_TOKENS,
      modelCallsPerLearner: vars.MODEL_DAILY_CALLS_PER_LEARNER,
    },
    isHttps: (vars.NEXTAUTH_URL ?? '').startsWith('https:'),
    /** Reverse proxies that stand before the API itself, where others than `web` may reach it. */
    trustedProxies: vars.TRUST_PROXY_API,
    /** Learner ids. */
    moderators: new Set(vars.MODERATOR_EMAILS.map(learnerIdOf)),
  }
}
