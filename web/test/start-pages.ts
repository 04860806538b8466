import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { generatePrivateJwk } from '../../scripts/serve/jwk.ts'
import { findFreePort } from '../../scripts/serve/ports.ts'

const web = path.resolve(import.meta.dirname, '..')
const READY_WITHIN_MS = 60_000

export type Pages = { webUrl: string; secret: string; stop: () => Promise<void> }

/** Serves the pages, which have to be built already, by themselves: with no API, or the one that `env` names. */
export async function startPages(env: Record<string, string> = {}): Promise<Pages> {
  const [port, nobodysPort] = await Promise.all([findFreePort(), findFreePort()])
  const webUrl = `http://localhost:${port}`
  const secret = env.NEXTAUTH_SECRET ?? randomUUID()
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
      AUTH_PRIVATE_JWK: JSON.stringify(generatePrivateJwk()),
      ...env,
    },
  })
  const ended = once(child, 'exit')
  const stop = async () => {
    child.kill()
    await ended
  }
  const deadline = Date.now() + READY_WITHIN_MS
  while (!(await isUp(webUrl))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop()
      throw new Error('the pages were not served')
    }
    await delay(200)
  }
  return { webUrl, secret, stop }
}

function isUp(webUrl: string): Promise<boolean> {
  return fetch(`${webUrl}/healthz`).then(
    (answer) => answer.ok,
    () => false,
  )
}
