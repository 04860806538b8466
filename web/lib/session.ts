import 'server-only'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { routes } from './routes.ts'
import { readSessionCookie, sessionCookieName } from './session-cookie.ts'
import type { SessionClaims } from './session-schema.ts'

/** Who is signed in, or null. For server components and route handlers; once a request. */
export const getSession = cache(async (): Promise<SessionClaims | null> => {
  const jar = await cookies()
  return readSessionCookie(jar.get(sessionCookieName())?.value)
})

/** Who is signed in; else goes to the sign-in page, which leads back here. */
export async function requireSession(): Promise<SessionClaims> {
  const session = await getSession()
  if (!session) redirect(routes.signIn(await currentPath()))
  return session
}

/** Path and query of the page that is being rendered, as `proxy.ts` saw them. */
export async function currentPath(): Promise<string | undefined> {
  return (await headers()).get('x-codify-path') ?? undefined
}
