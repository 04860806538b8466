import 'server-only'
import { cookies } from 'next/headers'
import { getConfig } from '@/lib/config.ts'
import { routes } from '@/lib/routes.ts'
import { safePath } from '@/lib/safe-path.ts'
import { authCookies } from '@/lib/session-cookie.ts'
import type { OAuthProvider } from './components/oauth-buttons.tsx'

/** The ways to sign in besides email that are configured. */
export function loadOAuthProviders(): OAuthProvider[] {
  const { google, github } = getConfig()
  const providers: OAuthProvider[] = []
  if (google) providers.push({ id: 'google', name: 'Google' })
  if (github) providers.push({ id: 'github', name: 'GitHub' })
  return providers
}

/** Where to go after signing in: the page one came from, if it is ours. */
export function returnPathOf(callbackUrl: string | string[] | undefined): string {
  const candidate = Array.isArray(callbackUrl) ? callbackUrl[0] : callbackUrl
  const path = safePath(candidate, getConfig().publicUrl)
  return path && !path.startsWith(routes.signInPage) && path !== routes.home ? path : routes.today
}

/** Where the sign-in that just failed was to lead; next-auth keeps it in a cookie. */
export async function loadReturnPath(): Promise<string> {
  return returnPathOf((await cookies()).get(authCookies().callbackUrl.name)?.value)
}
