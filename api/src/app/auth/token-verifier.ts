import {
  createLocalJWKSet,
  createRemoteJWKSet,
  decodeProtectedHeader,
  errors,
  type JWTPayload,
  type JWTVerifyGetKey,
  type JWTVerifyOptions,
  jwtVerify,
} from 'jose'
import { z } from 'zod'
import type { Config } from '../../config/config.ts'
import type { Clock } from '../../shared/clock.ts'
import { uuid } from '../../shared/schemas.ts'
import { invalidToken } from './auth.errors.ts'

const MAX_LIFE_SECONDS = 600
/** How far the clock that signs may run ahead. */
const MAX_AHEAD_SECONDS = 60
/**
 * What a header may say; a key or an address of one that a token brings along is refused unread (RFC 8725, 3.10), and
 * so is a token that says it is of another type. Signers other than `web` may leave the type out.
 */
const headerSchema = z.strictObject({
  alg: z.literal('EdDSA'),
  typ: z.string().regex(/^jwt$/i).optional(),
  kid: z.string().max(200).optional(),
})
/** Sessions end after 30 days; a day more for clocks and for tokens that are under way. */
export const SESSION_MAX_SECONDS = 31 * 24 * 60 * 60
const seconds = z.number().int().nonnegative()
const times = { iat: seconds.optional(), exp: seconds, auth_time: z.number().nonnegative().optional() }
const learnerClaims = z.object({
  sub: uuid,
  name: z.string().trim().max(200).optional(),
  /** Only web's own tokens have one. */
  scope: z.undefined().optional(),
  ...times,
})
const serviceClaims = z.object({ sub: z.literal('web'), scope: z.enum(['auth', 'forward']), ...times })

/** Who a token speaks for. */
export type Identity =
  | { kind: 'learner'; id: string; name: string; authTime: number }
  /** `web` with its sign-in calls. */
  | { kind: 'service' }
  /** `web` naming the address of a browser. */
  | { kind: 'forwarder' }

export type TokenVerifier = (token: string) => Promise<Identity>

/**
 * Verifies API tokens: EdDSA by a known key, our issuer and audience, not expired, living at most ten minutes.
 *
 * @throws 401 `auth.invalid_token`, whatever was wrong
 */
export function createTokenVerifier(options: { auth: Config['auth']; clock: Clock }): TokenVerifier {
  const keys = keySource(options.auth)
  return async (token) => {
    try {
      headerSchema.parse(decodeProtectedHeader(token))
      const payload = await verifyWithAnyOf(token, keys, {
        algorithms: ['EdDSA'],
        issuer: options.auth.issuers,
        audience: 'codify-api',
        requiredClaims: ['exp', 'sub'],
        currentDate: options.clock(),
        clockTolerance: 5,
      })
      const claims = z.union([serviceClaims, learnerClaims]).parse(payload)
      const now = Math.floor(options.clock().getTime() / 1000)
      // Who does not say when a token was made cannot have made it earlier than the longest life allows.
      const { iat: issuedAt = claims.exp - MAX_LIFE_SECONDS, auth_time: authTime = issuedAt } = claims
      if (issuedAt > now + MAX_AHEAD_SECONDS) throw new errors.JWTInvalid('issued in the future')
      if (claims.exp - Math.min(issuedAt, now) > MAX_LIFE_SECONDS)
        throw new errors.JWTInvalid('lives too long')
      if (authTime > now + MAX_AHEAD_SECONDS) throw new errors.JWTInvalid('session from the future')
      if (authTime < now - SESSION_MAX_SECONDS) throw new errors.JWTInvalid('session too old')
      if (claims.scope !== undefined) return { kind: claims.scope === 'auth' ? 'service' : 'forwarder' }
      return {
        kind: 'learner',
        id: claims.sub.toLowerCase(),
        name: displayName(claims.name),
        authTime,
      }
    } catch (cause) {
      throw invalidToken(cause)
    }
  }
}

/** A name that can be stored and shown: at most 80 characters, none of them cut in half or invisible control. */
function displayName(name = ''): string {
  const letters = [
    ...name
      .toWellFormed()
      .replace(/\p{Cc}/gu, '')
      .trim(),
  ]
  return letters.slice(0, 80).join('') || 'Learner'
}

/** Verifies by the key that the header names; a token that names none may be of any key of the set. */
async function verifyWithAnyOf(
  token: string,
  keys: JWTVerifyGetKey,
  rules: JWTVerifyOptions,
): Promise<JWTPayload> {
  try {
    return (await jwtVerify(token, keys, rules)).payload
  } catch (error) {
    if (!(error instanceof errors.JWKSMultipleMatchingKeys)) throw error
    for await (const key of error) {
      const verified = await jwtVerify(token, key, rules).catch(skipWrongKey)
      if (verified) return verified.payload
    }
    throw new errors.JWSSignatureVerificationFailed()
  }
}

function skipWrongKey(error: unknown): undefined {
  if (!(error instanceof errors.JWSSignatureVerificationFailed)) throw error
}

function keySource(auth: Config['auth']): JWTVerifyGetKey {
  if (auth.jwks) return createLocalJWKSet(auth.jwks)
  if (auth.jwksUrl) return createRemoteJWKSet(new URL(auth.jwksUrl), { timeoutDuration: 3_000 })
  throw new Error('no public keys configured')
}
