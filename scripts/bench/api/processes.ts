import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { apiArgs, compileCache } from '../../serve/api-command.ts'
import { toPublicJwk } from '../../serve/jwk.ts'
import { findFreePort } from '../../serve/ports.ts'
import { ISSUER, type Signer } from './tokens.ts'

const root = path.resolve(import.meta.dirname, '../../..')

export type Running = AsyncDisposable & { port: number }

/** The API as an operator starts it, in one process; limits are out of the way and the log as `npm start` has it. */
export async function startApi(options: {
  databaseUrl: string
  signer: Signer
  modelUrl?: string
}): Promise<Running> {
  const port = await findFreePort()
  const api = start(apiArgs, {
    ...compileCache(root),
    DATABASE_URL: options.databaseUrl,
    API_PORT: String(port),
    NEXTAUTH_URL: ISSUER,
    AUTH_JWKS: JSON.stringify({ keys: [toPublicJwk(options.signer)] }),
    RATE_LIMIT_PER_MINUTE: '100000000',
    RATE_LIMIT_PER_MINUTE_ANONYMOUS: '100000000',
    MODEL_DAILY_CALLS: '0',
    MODEL_DAILY_TOKENS: '0',
    PLAN_DAILY_LIMIT: '100000',
    LOG_LEVEL: 'warn',
    ...(options.modelUrl === undefined ? {} : { OPENAI_BASE_URL: options.modelUrl, OPENAI_MODEL: 'fake' }),
  })
  await until(`http://127.0.0.1:${port}/readyz`, api)
  return { port, [Symbol.asyncDispose]: () => stop(api) }
}

export async function startBare(settings: { databaseUrl: string; routes: unknown }): Promise<Running> {
  const port = await findFreePort()
  const folder = mkdtempSync(path.join(os.tmpdir(), 'codify-bench-'))
  const file = path.join(folder, 'settings.json')
  writeFileSync(file, JSON.stringify({ ...settings, port }))
  const bare = start(['scripts/bench/api/bare-server.ts', file], {})
  await until(`http://127.0.0.1:${port}/cpu`, bare)
  rmSync(folder, { recursive: true })
  return { port, [Symbol.asyncDispose]: () => stop(bare) }
}

/** A model in a process of its own, which answers after so many milliseconds. */
export async function startModel(delayMs: number): Promise<AsyncDisposable & { url: string }> {
  const child = start(['scripts/bench/api/model-server.ts', String(delayMs)], {})
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.once('data', (data) => resolve(String(data).trim()))
    child.once('exit', () => reject(new Error('the fake model did not start')))
  })
  return { url, [Symbol.asyncDispose]: () => stop(child) }
}

function start(args: string[], env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

async function until(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300 && child.exitCode === null; tries++) {
    const response = await fetch(url).catch(() => undefined)
    if (response?.ok) return
    await delay(100)
  }
  throw new Error(`${url} did not become ready`)
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}
