import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { type FakeMailServer, plainTextOf } from './fake-mail-server.ts'

/** The cookies of one browser. */
export type Jar = Map<string, string>
type Site = { webUrl: string }

export const cookiesOf = (jar: Jar) => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')

/** Asks for an address as a browser that keeps its cookies does. */
export async function visit(
  site: Site,
  jar: Jar,
  method: string,
  path: string,
  form?: Record<string, string>,
): Promise<Response> {
  const answer = await fetch(site.webUrl + path, {
    method,
    redirect: 'manual',
    headers: { cookie: cookiesOf(jar) },
    ...(form ? { body: new URLSearchParams(form) } : {}),
  })
  for (const line of answer.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    if (value === '') jar.delete(name)
    else jar.set(name, value)
  }
  return answer
}

export async function csrfTokenOf(site: Site, jar: Jar): Promise<string> {
  const answer = await visit(site, jar, 'GET', '/api/auth/csrf')
  return z.object({ csrfToken: z.string() }).parse(await answer.json()).csrfToken
}

/** Asks for a link as the page does; answers whether one was promised. */
export async function askForLink(site: Site, jar: Jar, email: string): Promise<boolean> {
  const csrfToken = await csrfTokenOf(site, jar)
  const answer = await visit(site, jar, 'POST', '/api/auth/signin/email', { email, csrfToken, json: 'true' })
  return !/error=/.test(await answer.text())
}

/** The link of the newest mail to an address. */
export async function linkFor({ mail }: { mail: FakeMailServer }, email: string): Promise<URL> {
  for (let tries = 0; tries < 100; tries++) {
    const message = mail.messages.findLast((each) => each.includes(`To: ${email}`))
    const link = message && /http:\/\/\S+/.exec(plainTextOf(message))?.[0]
    if (link) return new URL(link)
    await sleep(50)
  }
  throw new Error('no link was mailed')
}

export const followLink = (site: Site, jar: Jar, link: URL) =>
  visit(site, jar, 'GET', `/api/auth/callback/email${link.search}`)

export const isSignedIn = (jar: Jar) => jar.has('next-auth.session-token')

export async function signOut(site: Site, jar: Jar): Promise<void> {
  const csrfToken = await csrfTokenOf(site, jar)
  await visit(site, jar, 'POST', '/api/auth/signout', { csrfToken, json: 'true' })
}
