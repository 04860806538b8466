import { z } from 'zod'
import { csrfTokenOf, type Jar, visit } from './sign-in-by-mail.ts'

type Site = { webUrl: string }
export type ProviderId = 'google' | 'github'

const answerSchema = z.object({ url: z.string() })

/** Presses the provider's button; answers the address that it leads to. */
export async function beginSignIn(
  site: Site,
  jar: Jar,
  provider: ProviderId,
  callbackUrl = `${site.webUrl}/settings`,
): Promise<URL> {
  const csrfToken = await csrfTokenOf(site, jar)
  const form = { csrfToken, callbackUrl, json: 'true' }
  const answer = await visit(site, jar, 'POST', `/api/auth/signin/${provider}`, form)
  return new URL(answerSchema.parse(await answer.json()).url)
}

/** Goes to the provider; answers the address that it sends the browser back to. */
export async function authorize(address: URL): Promise<URL> {
  const answer = await fetch(address, { redirect: 'manual' })
  const back = answer.headers.get('location')
  if (back === null) throw new Error(`the provider answered ${answer.status}`)
  return new URL(back)
}

/** Comes back from the provider; answers where that leads, as path and query. */
export async function comeBack(site: Site, jar: Jar, back: URL): Promise<URL> {
  const answer = await visit(site, jar, 'GET', back.pathname + back.search)
  const location = answer.headers.get('location')
  if (location === null) throw new Error(`answered ${answer.status}: ${(await answer.text()).slice(0, 200)}`)
  return new URL(location, site.webUrl)
}

/** The whole way as a browser goes it; answers where it ends. */
export async function signInBy(site: Site, jar: Jar, provider: ProviderId): Promise<URL> {
  const begun = await beginSignIn(site, jar, provider)
  if (begun.origin === site.webUrl) return begun
  return comeBack(site, jar, await authorize(begun))
}
