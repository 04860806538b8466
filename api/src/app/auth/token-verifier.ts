import {
  createLocalJWKSet,
  createRemoteJWKSet,
  decodeProtectedHeader,
  errors,
  type JWKSCacheInput,
  type JWTPayload,
  type JWTVerifyGetKey,
  type JWTVerifyOptions,
  jwksCache,
  jwtVerify,
} from 'jose'
import { z } from 'zod'
import type { Config } from '../../config/config.ts'
import { SESSION_MAX_SECONDS, sessionIdOf } from '../../modules/learners/learners.models.ts'
import type { Clock } from '../../shared/clock.ts'
import { uuid } from '../../shared/schemas.ts'
import { invalidToken } from './auth.errors.ts'
import { createVerifiedTokens } from './verified-tokens.ts'

const MAX_LIFE_SECONDS = 600
/** How far the clock that signs may run ahead. */
const MAX_AHEAD_SECONDS = 60
/** How far clocks may be apart when a token runs out. */
const TOLERANCE_SECONDS = 5
/**
 * Headers that a token may carry. A header that brings a key or its address is refused unread (RFC 8725, 3.10), and so
 * is a token of another type. Signers other than `web` may leave the type out.
 */
const headerSchema = z.strictObject({
  alg: z.literal('EdDSA'),
  typ: z.string().regex(/^jwt$/i).optional(),
  kid: z.string().max(200).optional(),
})
const seconds = z.number().int().nonnegative()
const times = { iat: seconds.optional(), exp: seconds, auth_time: z.number().nonnegative().optional() }
const learnerClaims = z.object({
  sub: uuid,
  name: z.string().trim().max(200).optional(),
  /** Only web's own tokens have one. */
  scope: z.undefined().optional(),
  /** The session; signers that name none have one for each moment of sign-in. */
  sid: uuid.optional(),
  ...times,
})
const serviceClaims = z.object({ sub: z.literal('web'), scope: z.enum(['auth', 'forward']), ...times })

/** Who a token speaks for. */
export type Identity =
  | { kind: 'learner'; id: string; name: string; authTime: number; sessionId: string }
  /** `web` with its sign-in calls. */
  | { kind: 'service' }
  /** `web` naming the address of a browser. */
  | { kind: 'forwarder' }

export type TokenVerifier = (token: string) => Promise<Identity>

type Verified = { identity: Identity; issuedAt: number; expiresAt: number; authTime: number }

/**
 * Verifies API tokens: EdDSA by a known key, our issuer and audience, not expired, living at most ten minutes. The
 * signature of a token that comes again is not checked again while the keys are the same; its times are.
 *
 * @throws 401 `auth.invalid_token`, whatever was wrong
 */
export function createTokenVerifier(options: { auth: Config['auth']; clock: Clock }): TokenVerifier {
  const { keys, keysVersion } = keySource(options.auth)
  const verifiedTokens = createVerifiedTokens<Verified>({ keysVersion })

  async function verify(token: string): Promise<Verified> {
    headerSchema.parse(decodeProtectedHeader(token))
    const payload = await verifyWithAnyOf(token, keys, {
      algorithms: ['EdDSA'],
      issuer: options.auth.issuers,
      audience: 'codify-api',
      requiredClaims: ['exp', 'sub'],
      currentDate: options.clock(),
      clockTolerance: TOLERANCE_SECONDS,
    })
    const claims = z.union([serviceClaims, learnerClaims]).parse(payload)
    // Who does not say when a token was made cannot have made it earlier than the longest life allows.
    const {
      exp: expiresAt,
      iat: issuedAt = expiresAt - MAX_LIFE_SECONDS,
      auth_time: authTime = issuedAt,
    } = claims
    const times = { issuedAt, expiresAt, authTime }
    if (claims.scope !== undefined)
      return { identity: { kind: claims.scope === 'auth' ? 'service' : 'forwarder' }, ...times }
    const [id, name] = [claims.sub.toLowerCase(), displayName(claims.name)]
    const sessionId = claims.sid?.toLowerCase() ?? sessionIdOf({ learnerId: id, authTime })
    return { identity: { kind: 'learner', id, name, authTime, sessionId }, ...times }
  }

  return async (token) => {
    try {
      const verified = await verifiedTokens.get(token, verify)
      checkTimes(verified, Math.floor(options.clock().getTime() / 1000))
      return verified.identity
    } catch (cause) {
      verifiedTokens.forget(token)
      throw invalidToken(cause)
    }
  }
}

function checkTimes({ issuedAt, expiresAt, authTime }: Verified, now: number): void {
  if (expiresAt <= now - TOLERANCE_SECONDS) throw new errors.JWTInvalid('has run out')
  if (issuedAt > now + MAX_AHEAD_SECONDS) throw new errors.JWTInvalid('issued in the future')
  if (expiresAt - Math.min(issuedAt, now) > MAX_LIFE_SECONDS) throw new errors.JWTInvalid('lives too long')
  if (authTime > now + MAX_AHEAD_SECONDS) throw new errors.JWTInvalid('session from the future')
  if (authTime < now - SESSION_MAX_SECONDS) throw new errors.JWTInvalid('session too old')
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

/** The public keys, and which they are just now: a number that changes with each look at an address of keys. */
function keySource(auth: Config['auth']): { keys: JWTVerifyGetKey; keysVersion: () => number | undefined } {
  if (auth.jwks) return { keys: createLocalJWKSet(auth.jwks), keysVersion: () => 0 }
  if (!auth.jwksUrl) throw new Error('no public keys configured')
  const looked: JWKSCacheInput = {}
  const keys = createRemoteJWKSet(new URL(auth.jwksUrl), { timeoutDuration: 3_000, [jwksCache]: looked })
  // Keys that may be stale are fetched again before the next signature is checked.
  return { keys, keysVersion: () => (keys.fresh ? looked.uat : undefined) }
}
