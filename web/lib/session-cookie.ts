import 'server-only'
import type { AuthOptions } from 'next-auth'
import { getConfig } from './config.ts'
import type { SessionClaims } from './session-schema.ts'
import { readSessionToken, renewSessionToken } from './session-token.ts'

const minutes = 60

export function sessionCookieName(): string {
  return nameOf('next-auth.session-token')
}

/** Options of every cookie of ours: for this host alone, out of the reach of scripts. */
export function cookieOptions() {
  return { httpOnly: true, sameSite: 'lax' as const, path: '/', secure: isHttps() }
}

/** NextAuth's cookies under our names. */
export function authCookies() {
  const options = cookieOptions()
  const short = { ...options, maxAge: 15 * minutes }
  return {
    sessionToken: { name: sessionCookieName(), options },
    callbackUrl: { name: nameOf('next-auth.callback-url'), options },
    csrfToken: { name: nameOf('next-auth.csrf-token'), options },
    pkceCodeVerifier: { name: nameOf('next-auth.pkce.code_verifier'), options: short },
    state: { name: nameOf('next-auth.state'), options: short },
    nonce: { name: nameOf('next-auth.nonce'), options: short },
  } satisfies AuthOptions['cookies']
}

/** The claims of a session cookie, or null for one that counts for nothing. */
export function readSessionCookie(value: string | undefined): Promise<SessionClaims | null> {
  return readSessionToken({ value, secret: getConfig().secret })
}

/** The cookie that takes the place of one in use, when that is a day old. */
export async function renewSessionCookie(value: string | undefined) {
  const renewed = await renewSessionToken({ value, secret: getConfig().secret })
  return renewed && { ...cookieOptions(), name: sessionCookieName(), ...renewed }
}

/** Over https with `__Host-`: no other host of the domain, and no page without TLS, can set such a cookie. */
function nameOf(name: string): string {
  return isHttps() ? `__Host-${name}` : name
}

function isHttps(): boolean {
  return getConfig().publicUrl.startsWith('https:')
}
