import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { cookies } from 'next/headers'
import { getConfig } from '../config.ts'
import { linkMinutes } from './sign-in-email.ts'

/** Marks the browser that asks for a sign-in link; the link is of no use in any other. */
export async function markAskingBrowser(): Promise<void> {
  const secret = (await askingBrowser()) ?? randomBytes(32).toString('base64url')
  const jar = await cookies()
  jar.set(cookieName(), secret, {
    httpOnly: true,
    sameSite: 'lax',
    secure: isHttps(),
    path: '/',
    maxAge: linkMinutes * 60,
  })
}

/** The secret of this browser, when it asked for a link in the last minutes. */
export async function askingBrowser(): Promise<string | undefined> {
  const value = (await cookies()).get(cookieName())?.value
  return value && /^[\w-]{43}$/.test(value) ? value : undefined
}

/** Tells, in a link that others may see, which browser it belongs to; the secret cannot be had from it. */
export function browserMark(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url').slice(0, 8)
}

function cookieName(): string {
  return isHttps() ? '__Host-codify.asking-browser' : 'codify.asking-browser'
}

function isHttps(): boolean {
  return getConfig().publicUrl.startsWith('https:')
}
