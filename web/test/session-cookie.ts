import { hkdfSync } from 'node:crypto'
import { EncryptJWT, type JWTPayload } from 'jose'

/**
 * A session cookie's value as NextAuth makes it, issued `ageSeconds` ago: NextAuth itself makes them for now alone.
 */
export async function sessionCookieValue({
  claims,
  secret,
  ageSeconds = 0,
}: {
  claims: JWTPayload
  secret: string
  ageSeconds?: number
}): Promise<string> {
  const key = hkdfSync('sha256', secret, '', 'NextAuth.js Generated Encryption Key', 32)
  return new EncryptJWT(claims)
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setIssuedAt(Math.floor(Date.now() / 1000) - ageSeconds)
    .setExpirationTime('60 days')
    .encrypt(new Uint8Array(key))
}

/** Cookie of a signed-in learner, where the pages are served by http. */
export async function sessionOf({ learner, secret }: { learner: string; secret: string }): Promise<string> {
  const claims = { sub: learner, name: 'Ada', email: 'ada@example.org', auth_time: Date.now() / 1000 }
  return `next-auth.session-token=${await sessionCookieValue({ claims, secret })}`
}
