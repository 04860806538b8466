import { spawn } from 'node:child_process'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findFreePort } from '../../../scripts/serve/ports.ts'
import { startPages } from '../start-pages.ts'
import { type Attack, attacks, expectThat } from './attack.ts'

const root = path.resolve(import.meta.dirname, '../../..')

/** Runs a script of the repository with nothing but these variables; its exit code is null while it runs. */
function run(script: string, env: Record<string, string>) {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', path.join(root, script)], {
    cwd: root,
    env: { PATH, HOME, NODE_ENV: 'test', ...env },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString()
    })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  return { ended, code: () => child.exitCode, output: () => output, stop: () => child.kill('SIGKILL') }
}

/** An operator's mistakes and bad days. */
export const startAttacks: Attack[] = attacks('starts', {
  'a secret that anybody guesses': async () => {
    for (const NEXTAUTH_SECRET of [
      'a'.repeat(32),
      'change-me-please-change-me',
      'secretsecretsecretsecret',
    ]) {
      const served = await startPages({ NEXTAUTH_SECRET }).then(
        (pages) => pages.stop().then(() => true),
        () => false,
      )
      expectThat(!served, `the pages are served with ${NEXTAUTH_SECRET}`)
    }
    const AUTH_JWKS = JSON.stringify({ keys: [{ kty: 'OKP', crv: 'Ed25519', x: 'eA' }] })
    const api = run('api/src/main.ts', {
      NODE_ENV: 'production',
      AUTH_JWKS,
      METRICS_TOKEN: 'metrics-token-metrics-token',
    })
    expectThat((await api.ended) === 1, 'the API starts')
    expectThat(/^codify api: METRICS_TOKEN: [^\n]+\n$/.test(api.output()), api.output())
    expectThat(!api.output().includes('metrics-token'), 'the secret is shown')
  },
  'an audit that looked at nothing': async () => {
    const nobody = `http://127.0.0.1:${await findFreePort()}/`
    const audit = run('scripts/audit.ts', { npm_config_registry: nobody, npm_config_fetch_retries: '0' })
    expectThat((await audit.ended) === 1, 'it passes')
    expectThat(audit.output().includes('NOT CHECKED'), 'it does not say so')
  },
  'a database server that is not there at the start': async () => {
    const [API_PORT, nobody] = [String(await findFreePort()), await findFreePort()]
    const AUTH_JWKS = JSON.stringify({ keys: [{ kty: 'OKP', crv: 'Ed25519', x: 'eA' }] })
    const DATABASE_URL = `postgres://codify:s3cret-of-the-database@127.0.0.1:${nobody}/codify`
    const api = run('api/src/main.ts', { API_PORT, AUTH_JWKS, DATABASE_URL })
    try {
      for (let waited = 0; waited < 20_000 && !api.output().includes('waiting for it'); waited += 100)
        await sleep(100)
      const statusAt = async (at: string) => (await fetch(`http://127.0.0.1:${API_PORT}${at}`)).status
      expectThat((await statusAt('/healthz')) === 200, 'it is not alive')
      expectThat((await statusAt('/readyz')) === 503, 'it says it is ready')
      await sleep(2_000)
      expectThat(api.code() === null, `it ended with ${api.code()}`)
      expectThat(!api.output().includes('s3cret'), 'the password is in the log')
    } finally {
      api.stop()
    }
  },
})
