import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cloneTemplate } from '@codify/db/testing'
import { exportJWK, generateKeyPair } from 'jose'
import { afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { startTcpProxy } from '../../scripts/faults/tcp-proxy.ts'
import { findFreePort } from '../../scripts/serve/ports.ts'
import { until } from '../src/modules/generations/testing.ts'
import { problemDetailsSchema } from '../src/shared/schemas.ts'

let jwks: string
beforeAll(async () => {
  const { publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
  jwks = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'test' }] })
})

const running = new Set<ChildProcess>()
afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
  running.clear()
})

/** A real api process; `output` is what it has printed so far. */
async function startApi(databaseUrl: string) {
  const port = await findFreePort()
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'src/main.ts'], {
    cwd: `${import.meta.dirname}/..`,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: databaseUrl,
      API_PORT: String(port),
      AUTH_JWKS: jwks,
      LOG_LEVEL: 'warn',
    },
  })
  running.add(child)
  let printed = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
    })
  const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`).catch(() => undefined)
  return { child, get, output: () => printed }
}

test('without its database server the API lives, waits, says why once, and ends when it is asked to', async () => {
  const { child, get, output } = await startApi(`postgres://nobody@127.0.0.1:${await findFreePort()}/codify`)
  await until(async () => output().includes('waiting for it'))
  expect((await get('/healthz'))?.status).toBe(200)
  for (const path of ['/readyz', '/v1/topics', '/nowhere']) {
    const answer = await get(path)
    expect(answer?.status).toBe(503)
    expect(answer?.headers.get('retry-after')).toBe('5')
    expect(answer?.headers.get('x-content-type-options')).toBe('nosniff')
    const { code, detail } = problemDetailsSchema.parse(await answer?.json())
    expect(code).toBe('database.unavailable')
    expect(detail).toMatch(/^DATABASE_URL: .*nothing listens there/)
  }
  // Two more tries say nothing new.
  await new Promise((resolve) => setTimeout(resolve, 2_000))
  expect(output().trim().split('\n')).toHaveLength(1)
  expect(child.exitCode).toBeNull()
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
})

const template = inject('template')
// A pooler has databases and users of its own.
const isDirect = template.kind === 'postgres' && template.poolerUrl === template.serverUrl
describe.runIf(isDirect)('with a database server', () => {
  test('that comes late, the API becomes ready by itself', async () => {
    const database = await cloneTemplate(template)
    const real = new URL(database.databaseUrl ?? '')
    const proxy = await startTcpProxy({ host: real.hostname, port: Number(real.port) })
    try {
      proxy.set('refuse')
      real.host = `127.0.0.1:${proxy.port}`
      const { child, get, output } = await startApi(real.href)
      await until(async () => output().includes('waiting for it'))
      expect((await get('/readyz'))?.status).toBe(503)
      proxy.set('pass')
      await until(async () => (await get('/readyz'))?.status === 200)
      expect((await get('/v1/topics'))?.status).toBe(200)
      expect(child.exitCode).toBeNull()
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      expect(await ended).toEqual([0, null])
    } finally {
      await proxy.stop()
      await database.close()
    }
  })

  test('that has no such database, it ends with one line that names the variable', async () => {
    const url = new URL(template.kind === 'postgres' ? template.serverUrl : '')
    url.pathname = '/codify_that_is_not_there'
    const { child, output } = await startApi(url.href)
    expect(await once(child, 'exit')).toEqual([1, null])
    expect(output()).toBe(
      'codify api: DATABASE_URL: the database cannot be reached (there is no such database)\n',
    )
  })
})
