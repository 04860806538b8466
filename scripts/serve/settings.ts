import path from 'node:path'
import { z } from 'zod'
import { type PrivateJwk, type PublicJwk, privateJwkSchema, publicJwkSchema } from './jwk.ts'

/** Something the person at the terminal can put right; its message is the one line that they read. */
export class StartError extends Error {
  override name = 'StartError'
}

const port = z.coerce.number('must be a port number').int().min(1).max(65535)
const url = (protocol: RegExp, message: string) => z.url({ protocol, error: message })

/** As `web` and `api` must see it alike: it is the issuer of tokens, where one slash makes a difference. */
const origin = url(/^https?$/, 'must be an address that begins with http:// or https://')
  .refine((text) => URL.canParse(text) && new URL(text).pathname === '/', 'must be an address without a path')
  .transform((text) => new URL(text).origin)

const environment = z.object({
  NODE_ENV: z.string().optional(),
  WEB_PORT: port.default(3000),
  API_PORT: port.default(4000),
  API_HOST: z.string().default('127.0.0.1'),
  DATABASE_URL: url(/^postgres(ql)?$/, 'must begin with postgres:// or postgresql://').optional(),
  DATA_DIR: z.string().default('.data'),
  NEXTAUTH_URL: origin.optional(),
  NEXTAUTH_SECRET: z.string().min(16, 'must have at least 16 characters').optional(),
  AUTH_PRIVATE_JWK: json(privateJwkSchema, 'must be an Ed25519 private key as a JSON Web Key').optional(),
  AUTH_JWKS: json(
    z.object({ keys: z.array(publicJwkSchema).min(1) }),
    'must be a JSON Web Key Set of public Ed25519 keys',
  ).optional(),
  AUTH_JWKS_URL: url(/^https?$/, 'must be an address that begins with http:// or https://').optional(),
  SMTP_URL: url(/^smtps?$/, 'must begin with smtp:// or smtps://').optional(),
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: url(/^https?$/, 'must be an address that begins with http:// or https://').optional(),
})

export type Settings = {
  webPort: number
  apiPort: number
  apiHost: string
  /** Where this machine reaches the API. */
  apiUrl: string
  /** The address that people open; the issuer of API tokens. */
  publicUrl: string
  /** Absent: the embedded database in `dataDir`. */
  databaseUrl: string | undefined
  dataDir: string
  hasModel: boolean
  hasMail: boolean
  /** Secrets must be given: nothing is generated. */
  strict: boolean
  given: {
    nextauthSecret: string | undefined
    privateJwk: PrivateJwk | undefined
    jwks: { keys: PublicJwk[] } | undefined
    jwksUrl: string | undefined
  }
}

/**
 * Reads what the start itself needs; `api` and `web` read the rest and say so themselves.
 *
 * @throws {StartError} naming the first wrong variable, never its value
 */
export function parseSettings(env: Record<string, string | undefined>, root: string): Settings {
  const parsed = environment.safeParse(withoutEmpty(env))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new StartError(
      `${issue?.path[0]?.toString() ?? 'The configuration'}: ${issue?.message ?? 'is wrong'}`,
    )
  }
  const vars = parsed.data
  if (vars.WEB_PORT === vars.API_PORT) throw new StartError('API_PORT: must differ from WEB_PORT')
  const publicUrl = vars.NEXTAUTH_URL ?? `http://localhost:${vars.WEB_PORT}`
  if (!vars.SMTP_URL && !isLoopback(publicUrl))
    throw new StartError(
      'SMTP_URL: missing; without a mail server the sign-in link is shown on the page, which is only safe while NEXTAUTH_URL is a loopback address such as http://localhost:3000',
    )
  return {
    webPort: vars.WEB_PORT,
    apiPort: vars.API_PORT,
    apiHost: vars.API_HOST,
    apiUrl: `http://${reachable(vars.API_HOST)}:${vars.API_PORT}`,
    publicUrl,
    databaseUrl: vars.DATABASE_URL,
    dataDir: path.resolve(root, vars.DATA_DIR),
    hasModel: Boolean(vars.OPENAI_API_KEY || vars.OPENAI_BASE_URL),
    hasMail: vars.SMTP_URL !== undefined,
    strict: vars.DATABASE_URL !== undefined && vars.NODE_ENV === 'production',
    given: {
      nextauthSecret: vars.NEXTAUTH_SECRET,
      privateJwk: vars.AUTH_PRIVATE_JWK,
      jwks: vars.AUTH_JWKS,
      jwksUrl: vars.AUTH_JWKS_URL,
    },
  }
}

/** An empty variable counts as absent: that is what an unfilled line of `.env` gives. */
export function withoutEmpty(env: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, value]],
    ),
  )
}

export function isLoopback(address: string): boolean {
  const { hostname } = new URL(address)
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(\.\d{1,3}){3}$/.test(hostname)
  )
}

function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1'
  if (host === '::') return '[::1]'
  return host.includes(':') ? `[${host}]` : host
}

function json<Schema extends z.ZodType>(schema: Schema, message: string) {
  return z.string().transform((text, context): z.output<Schema> => {
    try {
      return schema.parse(JSON.parse(text))
    } catch {
      context.addIssue(message)
      return z.NEVER
    }
  })
}
