import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { ISSUER, type Signer } from '../bench/api/tokens.ts'
import { toPublicJwk } from '../serve/jwk.ts'
import { findFreePort } from '../serve/ports.ts'

const READY_WITHIN_MS = 120_000
const root = path.resolve(import.meta.dirname, '../..')

/** One `api` process that can be killed and started again where it was. */
export type Replica = {
  url: string
  start: () => Promise<void>
  kill: () => Promise<void>
  stop: () => Promise<void>
}

export async function createReplica(options: {
  databaseUrl: string
  signer: Signer
  modelUrl: string
}): Promise<Replica> {
  const port = await findFreePort()
  const url = `http://127.0.0.1:${port}`
  let child: ChildProcess | undefined

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }

  return {
    url,
    async start() {
      const started = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'api/src/main.ts'], {
        cwd: root,
        stdio: ['ignore', 'ignore', 'inherit'],
        env: {
          PATH: process.env.PATH,
          HOME: process.env.HOME,
          DATABASE_URL: options.databaseUrl,
          API_PORT: String(port),
          NEXTAUTH_URL: ISSUER,
          AUTH_JWKS: JSON.stringify({ keys: [toPublicJwk(options.signer)] }),
          OPENAI_BASE_URL: options.modelUrl,
          OPENAI_MODEL: 'fake',
          MODEL_TIMEOUT_SECONDS: '3',
          RATE_LIMIT_PER_MINUTE: '10000000',
          RATE_LIMIT_PER_MINUTE_ANONYMOUS: '10000000',
          PLAN_DAILY_LIMIT: '10000',
          LOG_LEVEL: 'fatal',
        },
      })
      child = started
      const deadline = Date.now() + READY_WITHIN_MS
      while (started.exitCode === null && !started.signalCode && Date.now() < deadline) {
        if (await fetch(`${url}/readyz`).then(isOk, () => false)) return
        await delay(50)
      }
      // One that was killed meanwhile is nobody's mistake.
      if (!started.signalCode) throw new Error(`an API did not become ready (exit code ${started.exitCode})`)
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  }
}

async function isOk(response: Response): Promise<boolean> {
  await response.body?.cancel()
  return response.ok
}
