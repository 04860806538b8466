import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { findFreePort } from '../../scripts/serve/ports.ts'

const root = path.resolve(import.meta.dirname, '..', '..')
const READY_WITHIN_MS = 480_000
const STOPPED_WITHIN_MS = 20_000
/** Variables that a test inherits from the machine; everything else is set on purpose. */
const INHERITED = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'NODE_EXTRA_CA_CERTS']

export type RunningCodify = {
  webUrl: string
  apiUrl: string
  /** Everything that was printed so far. */
  logs: () => string
  /** Ends every process and removes the data; answers the exit code. */
  stop: () => Promise<number | null>
}

/**
 * Starts the whole of Codify as `npm start` does, on free ports, with an embedded database of its own and without
 * any `.env`.
 *
 * @throws when it is not ready within four minutes (the pages may have to be built), or ends before; with its output
 */
export async function startCodify({
  env = {},
}: {
  env?: Record<string, string>
} = {}): Promise<RunningCodify> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'codify-data-'))
  const [webPort, apiPort] = await Promise.all([findFreePort(), findFreePort()])
  const inherited = INHERITED.flatMap((name) => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value]]
  })
  const child = spawn(process.execPath, [path.join(root, 'scripts', 'serve.ts'), '--no-env-file'], {
    cwd: root,
    // The channel ends Codify when the test's own process is gone.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...Object.fromEntries(inherited),
      WEB_PORT: String(webPort),
      API_PORT: String(apiPort),
      DATA_DIR: dataDir,
      // A test file is many people behind one address.
      RATE_LIMIT_PER_MINUTE_ANONYMOUS: '6000',
      SIGN_IN_LIMIT_PER_IP: '1000',
      ...env,
    },
  })
  let output = ''
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const stop = async () => {
    child.kill('SIGTERM')
    const kill = setTimeout(() => child.kill('SIGKILL'), STOPPED_WITHIN_MS)
    const code = await ended
    clearTimeout(kill)
    fs.rmSync(dataDir, { recursive: true, force: true, maxRetries: 3 })
    return code
  }
  const ready = new Promise<'ready'>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        output += chunk.toString()
        if (output.includes('Codify is ready at')) resolve('ready')
      })
    }
  })
  const limit = new AbortController()
  const late = delay(READY_WITHIN_MS, 'late', { signal: limit.signal }).catch(() => 'late')
  const outcome = await Promise.race([ready, ended, late])
  limit.abort()
  if (outcome !== 'ready') {
    await stop()
    throw new Error(
      `Codify did not start (${outcome === 'late' ? 'too slow' : `exit code ${outcome}`}):\n${output}`,
    )
  }
  return {
    webUrl: env.NEXTAUTH_URL ?? `http://localhost:${webPort}`,
    apiUrl: `http://127.0.0.1:${apiPort}`,
    logs: () => output,
    stop,
  }
}
