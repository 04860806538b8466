import { randomBytes, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { generatePrivateJwk, privateJwkSchema, toPublicJwk } from './jwk.ts'
import { type Settings, StartError } from './settings.ts'

const kept = z.object({ nextauth_secret: z.string().min(16), auth_private_jwk: privateJwkSchema })
type Kept = z.output<typeof kept>

/** The variables that sign-in and API tokens need, as `web` and `api` take them. */
export type Secrets = {
  NEXTAUTH_SECRET: string
  AUTH_PRIVATE_JWK: string
  /** Absent when the API fetches the public keys from AUTH_JWKS_URL. */
  AUTH_JWKS: string | undefined
}

/**
 * Takes each secret from its variable, else from the data folder, where missing ones are generated once.
 *
 * @throws {StartError} when secrets must be given and are not, when the two keys do not belong together, or when
 * the file in the data folder cannot be read
 */
export function resolveSecrets({
  given,
  strict,
  dataDir,
}: Pick<Settings, 'given' | 'strict' | 'dataDir'>): Secrets {
  if (strict) {
    if (!given.nextauthSecret) throw missing('NEXTAUTH_SECRET')
    if (!given.privateJwk) throw missing('AUTH_PRIVATE_JWK')
  }
  const stored = given.nextauthSecret && given.privateJwk ? undefined : readOrCreate(dataDir)
  const privateJwk = given.privateJwk ?? stored?.auth_private_jwk
  const nextauthSecret = given.nextauthSecret ?? stored?.nextauth_secret
  if (!privateJwk || !nextauthSecret) throw missing('NEXTAUTH_SECRET')
  const known = given.jwks?.keys ?? []
  const isKnown = known.some((key) => key.x === privateJwk.x)
  if (given.jwks && given.privateJwk && !isKnown)
    throw new StartError('AUTH_JWKS: does not hold the public half of AUTH_PRIVATE_JWK')
  // A key that was generated here joins the ones that were given.
  const publicKeys = { keys: isKnown ? known : [...known, toPublicJwk(privateJwk)] }
  return {
    NEXTAUTH_SECRET: nextauthSecret,
    AUTH_PRIVATE_JWK: JSON.stringify(privateJwk),
    AUTH_JWKS: given.jwksUrl && !given.jwks ? undefined : JSON.stringify(publicKeys),
  }
}

/** A new secret that encrypts session cookies. */
export function generateSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** Where generated secrets are kept. */
export function secretsFile(dataDir: string): string {
  return path.join(dataDir, 'secrets.json')
}

function readOrCreate(dataDir: string): Kept {
  const file = secretsFile(dataDir)
  if (!fs.existsSync(file)) create(file)
  try {
    return kept.parse(JSON.parse(fs.readFileSync(file, 'utf8')))
  } catch {
    throw new StartError(
      `The secrets in ${file} cannot be read. Restore the file, or delete it: then new ones are made and everybody signs in again.`,
    )
  }
}

/** Written beside and linked into place: a crash leaves no half file, and of two processes the first one wins. */
function create(file: string): void {
  const secrets: Kept = { nextauth_secret: generateSecret(), auth_private_jwk: generatePrivateJwk() }
  const draft = `${file}.${randomUUID()}`
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
    fs.writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true })
    fs.linkSync(draft, file)
  } catch (error) {
    if (fs.existsSync(file)) return
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
    throw new StartError(`DATA_DIR: the folder cannot be written to (${reason})`)
  } finally {
    if (fs.existsSync(draft)) fs.rmSync(draft)
  }
}

function missing(name: string): StartError {
  return new StartError(
    `${name}: missing; with a database server and NODE_ENV=production it must be set (npm run keys makes one)`,
  )
}
