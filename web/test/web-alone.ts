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

  return {
    get webUrl() {
      return started().webUrl
    },
    /** Signing in needs the API, so the session begins with its cookie. */
    async signInto(context) {
      const { webUrl, secret } = started()
      const token = {
        sub: randomUUID(),
        name: 'Ada',
        email: 'ada@example.org',
        auth_time: Math.floor(Date.now() / 1000),
      }
      const value = await encode({ token, secret })
      await context.addCookies([{ name: 'next-auth.session-token', value, url: webUrl }])
    },
  }
}
