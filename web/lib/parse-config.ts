import { bitsToGuess, SECRET_BITS } from '@codify/api/contract'
import { z } from 'zod'

/** An Ed25519 private key as a JSON Web Key. */
const privateJwkSchema = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string().min(1),
  d: z.string().min(1),
  /** Needed only where the API knows several keys. */
  kid: z.string().min(1).optional(),
})

const publicJwkSchema = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string().min(1),
  kid: z.string().min(1),
  d: z.undefined('holds a private key').optional(),
})

const jsonJwk = z.string().transform((text, context) => {
  const jwk = privateJwkSchema.safeParse(parseJson(text))
  if (jwk.success) return jwk.data
  context.addIssue({
    code: 'custom',
    message: 'must be the JSON of an Ed25519 private key with kty, crv, x and d',
  })
  return z.NEVER
})

/** Public keys that are announced beside our own: the next one before it signs, the last one while its tokens live. */
const jsonJwks = z.string().transform((text, context) => {
  const jwks = z.object({ keys: z.array(publicJwkSchema) }).safeParse(parseJson(text))
  if (jwks.success) return jwks.data.keys
  context.addIssue({
    code: 'custom',
    message: 'must be a JSON Web Key Set of public Ed25519 keys, each with its kid',
  })
  return z.NEVER
})

const origin = z
  .string('is not set')
  .refine(isOrigin, 'must be the public address without a path, such as https://codify.example.org')
  .transform((text) => new URL(text).origin)

/** Sites whose pages may call the API with a personal token. */
const originList = z
  .string()
  .transform((text) => text.split(',').map((one) => one.trim()))
  .pipe(z.array(origin))

const smtpUrl = z
  .string()
  .refine(
    (text) => /^smtps?:\/\/[^\s]+$/.test(text) && URL.canParse(text),
    'must be an smtp:// or smtps:// address',
  )

/** Where codes and secrets go, so only over https; a loopback address is this machine itself. */
const providerUrl = z
  .url({ protocol: /^https?$/, error: 'must be an https:// address' })
  .refine((url) => url.startsWith('https:') || isLoopback(url), 'must be an https:// address')
  .transform((url) => url.replace(/\/+$/, ''))

const secret = z.string('is not set').min(16, 'must have at least 16 characters')
const port = z.coerce.number('must be a port').int().min(1, 'must be a port').max(65535, 'must be a port')

const environmentSchema = z.object({
  NODE_ENV: z.string().optional(),
  NEXTAUTH_URL: origin,
  NEXTAUTH_SECRET: secret,
  AUTH_PRIVATE_JWK: jsonJwk,
  AUTH_EXTRA_JWKS: jsonJwks.optional(),
  API_PORT: port.default(4000),
  API_URL: z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' }).optional(),
  SMTP_URL: smtpUrl.optional(),
  EMAIL_FROM: z
    .string()
    .max(320, 'must be at most 320 characters')
    .regex(/^([^<>\r\n]*<)?[^\s<>@]+@[^\s<>@]+>?$/, 'must be an email address, or a name with one in <>')
    .optional(),
  GOOGLE_CLIENT_ID: z.string().optional(),
  GOOGLE_CLIENT_SECRET: z.string().optional(),
  GOOGLE_ISSUER: providerUrl
    .refine(isLoopback, 'must be a loopback address: it is there to try sign-in out on one machine')
    .optional(),
  GITHUB_CLIENT_ID: z.string().optional(),
  GITHUB_CLIENT_SECRET: z.string().optional(),
  GITHUB_URL: providerUrl.optional(),
  GITHUB_API_URL: providerUrl.optional(),
  CORS_ORIGINS: originList.optional(),
  TRUST_PROXY: z.coerce
    .number('must be a number of proxies')
    .int('must be a whole number')
    .min(0, 'must be 0 or more')
    .max(10, 'must be 10 at most')
    .default(0),
  LOG_LEVEL: z
    .enum(
      ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
      'must be trace, debug, info, warn, error, fatal or silent',
    )
    .default('info'),
})

export type PrivateJwk = z.infer<typeof privateJwkSchema>
export type OAuthClient = { clientId: string; clientSecret: string }
export type WebConfig = {
  /** The public origin, without a trailing slash. */
  publicUrl: string
  secret: string
  privateJwk: PrivateJwk
  /** Announced beside the own key while keys are changed. */
  extraJwks: z.infer<typeof publicJwkSchema>[]
  apiUrl: string
  /** Reverse proxies in front that each add the caller's address to X-Forwarded-For. */
  trustedProxies: number
  /** Absent: the magic link is shown on the page (loopback only). */
  smtpUrl: string | undefined
  emailFrom: string
  google: (OAuthClient & { issuer: string }) | undefined
  /** `url` is where people sign in and `apiUrl` what knows their addresses: GitHub's own, or an Enterprise Server's. */
  github: (OAuthClient & { url: string; apiUrl: string }) | undefined
  /** Other origins whose pages may call the API with a personal token. */
  corsOrigins: string[]
  logLevel: z.infer<typeof environmentSchema>['LOG_LEVEL']
}

/** One line that names the variable, and never its value. */
export class ConfigError extends Error {
  readonly variable: string

  constructor(variable: string, problem: string) {
    super(`${variable} ${problem}`)
    this.name = 'ConfigError'
    this.variable = variable
  }
}

/** Throws a `ConfigError` for the first variable that is missing or wrong. An empty value counts as absent. */
export function parseConfig(environment: Record<string, string | undefined>): WebConfig {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()))
  const parsed = environmentSchema.safeParse(given)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new ConfigError(String(issue?.path[0] ?? 'environment'), issue?.message ?? 'is wrong')
  }
  const env = parsed.data
  if (env.NODE_ENV === 'production') refuseGuessable(env)
  if (!env.SMTP_URL && !isLoopback(env.NEXTAUTH_URL)) {
    throw new ConfigError(
      'SMTP_URL',
      'is not set: without a mail server sign-in links are shown on the page, which is only safe while NEXTAUTH_URL is a loopback address',
    )
  }
  const google = oauthClient('GOOGLE', env.GOOGLE_CLIENT_ID, env.GOOGLE_CLIENT_SECRET)
  const github = oauthClient('GITHUB', env.GITHUB_CLIENT_ID, env.GITHUB_CLIENT_SECRET)
  return {
    publicUrl: env.NEXTAUTH_URL,
    secret: env.NEXTAUTH_SECRET,
    privateJwk: env.AUTH_PRIVATE_JWK,
    extraJwks: env.AUTH_EXTRA_JWKS ?? [],
    apiUrl: (env.API_URL ?? `http://127.0.0.1:${env.API_PORT}`).replace(/\/+$/, ''),
    trustedProxies: env.TRUST_PROXY,
    smtpUrl: env.SMTP_URL,
    emailFrom: env.EMAIL_FROM ?? `Codify <no-reply@${new URL(env.NEXTAUTH_URL).hostname}>`,
    google: google && { ...google, issuer: env.GOOGLE_ISSUER ?? 'https://accounts.google.com' },
    github: github && { ...github, ...githubAddresses(env.GITHUB_URL, env.GITHUB_API_URL) },
    corsOrigins: env.CORS_ORIGINS ?? [],
    logLevel: env.LOG_LEVEL,
  }
}

function refuseGuessable({ NEXTAUTH_SECRET, AUTH_PRIVATE_JWK }: z.output<typeof environmentSchema>): void {
  const better = 'is too easy to guess: everybody’s sessions hang on it; npm run keys makes a good one'
  if (bitsToGuess(NEXTAUTH_SECRET) < SECRET_BITS) throw new ConfigError('NEXTAUTH_SECRET', better)
  if (bitsToGuess(AUTH_PRIVATE_JWK.d) < SECRET_BITS) throw new ConfigError('AUTH_PRIVATE_JWK', better)
}

/** True if only this machine can reach the address. */
export function isLoopback(url: string): boolean {
  const { hostname } = new URL(url)
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(\.\d{1,3}){3}$/.test(hostname)
  )
}

function oauthClient(
  provider: string,
  clientId: string | undefined,
  clientSecret: string | undefined,
): OAuthClient | undefined {
  if (clientId && clientSecret) return { clientId, clientSecret }
  if (clientId) throw new ConfigError(`${provider}_CLIENT_SECRET`, `is not set, but ${provider}_CLIENT_ID is`)
  if (clientSecret)
    throw new ConfigError(`${provider}_CLIENT_ID`, `is not set, but ${provider}_CLIENT_SECRET is`)
  return undefined
}

/** An Enterprise Server has its API below its own address, GitHub itself at another host. */
function githubAddresses(url = 'https://github.com', apiUrl?: string): { url: string; apiUrl: string } {
  const usual = url === 'https://github.com' ? 'https://api.github.com' : `${url}/api/v3`
  return { url, apiUrl: apiUrl ?? usual }
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
