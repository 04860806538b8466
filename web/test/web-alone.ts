import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import path from 'node:path'
import { exportJWK, generateKeyPair } from 'jose'
import { encode } from 'next-auth/jwt'
import type { BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, vi } from 'vitest'
import { findFreePort } from '../../scripts/serve/ports.ts'

const web = path.resolve(import.meta.dirname, '..')

type Running = { webUrl: string; secret: string; stop: () => Promise<void> }

/**
 * The pages without the API behind them: how it looks to a person when that one is down. They have to be built
 * already, so it stands after a `liveCodify`.
 */
export function webAlone(): { webUrl: string; signInto: (context: BrowserContext) => Promise<void> } {
  let running: Running | undefined

  beforeAll(async () => {
    running = await start()
  })

  afterAll(() => running?.stop())

  function started(): Running {
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

async function start(): Promise<Running> {
  const [port, nobodysPort] = await Promise.all([findFreePort(), findFreePort()])
  const webUrl = `http://localhost:${port}`
  const secret = randomUUID()
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
  const next = path.join(web, 'node_modules', 'next', 'dist', 'bin', 'next')
  const child = spawn(process.execPath, [next, 'start', '-p', String(port), '-H', '127.0.0.1'], {
    cwd: web,
    stdio: 'ignore',
    env: {
      ...process.env,
      NODE_ENV: 'production',
      WEB_PORT: String(port),
      API_URL: `http://127.0.0.1:${nobodysPort}`,
      NEXTAUTH_URL: webUrl,
      NEXTAUTH_SECRET: secret,
      AUTH_PRIVATE_JWK: JSON.stringify({ ...(await exportJWK(privateKey)), kid: 'test' }),
    },
  })
  const ended = once(child, 'exit')
  await vi.waitUntil(() => isUp(webUrl), { timeout: 30_000, interval: 200 })
  return {
    webUrl,
    secret,
    stop: async () => {
      child.kill()
      await ended
    },
  }
}

function isUp(webUrl: string): Promise<boolean> {
  return fetch(`${webUrl}/healthz`).then(
    (answer) => answer.ok,
    () => false,
  )
}
