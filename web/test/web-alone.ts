import { randomUUID } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import type { BrowserContext } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { type Pages, startPages } from './start-pages.ts'

/**
 * The pages without the API behind them: how it looks to a person when that one is down. They have to be built
 * already, so it stands after a `liveCodify`. `env` is asked for when they start, and may name an API all the same.
 */
export function webAlone(env: () => Record<string, string> = () => ({})): {
  webUrl: string
  sessionCookie: () => Promise<string>
  signInto: (context: BrowserContext) => Promise<void>
} {
  let running: Pages | undefined

  beforeAll(async () => {
    running = await startPages(env())
  })

  afterAll(() => running?.stop())

  function started(): Pages {
    if (!running) throw new Error('The pages are not served yet.')
    return running
  }

  /** Signing in needs the API, so a session begins with its cookie. */
  async function sessionCookie(): Promise<string> {
    const token = {
      sub: randomUUID(),
      name: 'Ada',
      email: 'ada@example.org',
      auth_time: Math.floor(Date.now() / 1000),
    }
    return encode({ token, secret: started().secret })
  }

  return {
    get webUrl() {
      return started().webUrl
    },
    sessionCookie,
    async signInto(context) {
      const { webUrl } = started()
      const value = await sessionCookie()
      await context.addCookies([{ name: 'next-auth.session-token', value, url: webUrl }])
    },
  }
}
