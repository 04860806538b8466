import 'server-only'
import { decode } from 'next-auth/jwt'
import { getConfig } from './config.ts'
import { type SessionClaims, sessionClaimsSchema } from './session-schema.ts'

/** Days without signing in again. */
export const sessionSeconds = 30 * 24 * 60 * 60

/** NextAuth's own name for it. */
export function sessionCookieName(): string {
  const isSecure = getConfig().publicUrl.startsWith('https:')
  return `${isSecure ? '__Secure-' : ''}next-auth.session-token`
}

/** The claims of a session cookie, or null for one that is missing, forged or expired. */
export async function readSessionCookie(value: string | undefined): Promise<SessionClaims | null> {
  if (!value) return null
  try {
    const claims = sessionClaimsSchema.safeParse(await decode({ token: value, secret: getConfig().secret }))
    if (!claims.success) return null
    // NextAuth renews a cookie that is used; a session ends all the same.
    return claims.data.auth_time + sessionSeconds > Date.now() / 1000 ? claims.data : null
  } catch {
    return null
  }
}
