import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findFreePort } from './serve/ports.ts'

const script = path.join(import.meta.dirname, 'serve.ts')
let dataDir: string
let ports: { WEB_PORT: string; API_PORT: string }

beforeEach(async () => {
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'codify-serve-'))
  ports = { WEB_PORT: String(await findFreePort()), API_PORT: String(await findFreePort()) }
})
afterEach(() => fs.rmSync(dataDir, { recursive: true, force: true }))

function start(env: Record<string, string>): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [script, '--no-env-file'], {
    encoding: 'utf8',
    timeout: 20_000,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, DATA_DIR: dataDir, ...ports, ...env },
  })
}

describe('a start that cannot work says why in one line and ends with code 1', () => {
  const address = 'NEXTAUTH_URL'
  test.each<{ env: Record<string, string>; names: string }>([
    { env: { WEB_PORT: 'seventy' }, names: 'WEB_PORT' },
    { env: { API_PORT: '70000' }, names: 'API_PORT' },
    { env: { WEB_PORT: '24999', API_PORT: '24999' }, names: 'API_PORT' },
    { env: { DATABASE_URL: 'mysql://secret-value' }, names: 'DATABASE_URL' },
    { env: { NEXTAUTH_SECRET: 'secret-value' }, names: 'NEXTAUTH_SECRET' },
    { env: { NEXTAUTH_SECRET: 'secret-value-secret-value' }, names: 'NEXTAUTH_SECRET' },
    { env: { AUTH_PRIVATE_JWK: '{"d":"secret-value"}' }, names: 'AUTH_PRIVATE_JWK' },
    { env: { AUTH_JWKS: '{"keys":[{"d":"secret-value"}]}' }, names: 'AUTH_JWKS' },
    { env: { SMTP_URL: 'secret-value' }, names: 'SMTP_URL' },
    { env: { [address]: 'secret-value' }, names: address },
    { env: { [address]: 'https://secret-value.example/path' }, names: address },
    { env: { [address]: 'https://codify.example' }, names: 'SMTP_URL' },
    { env: { API_HOST: 'secret-value.invalid' }, names: 'API_HOST' },
    { env: { PLAN_DAILY_LIMIT: 'secret-value' }, names: 'PLAN_DAILY_LIMIT' },
    { env: { RATE_LIMIT_PER_MINUTE: '0' }, names: 'RATE_LIMIT_PER_MINUTE' },
    { env: { LOG_LEVEL: 'secret-value' }, names: 'LOG_LEVEL' },
    { env: { OPENAI_BASE_URL: 'secret-value' }, names: 'OPENAI_BASE_URL' },
    { env: { MODEL_TIMEOUT_SECONDS: 'secret-value' }, names: 'MODEL_TIMEOUT_SECONDS' },
    { env: { OTEL_EXPORTER_OTLP_ENDPOINT: 'secret-value' }, names: 'OTEL_EXPORTER_OTLP_ENDPOINT' },
    { env: { SMTP_URL: 'smtp://localhost:25', EMAIL_FROM: 'secret-value' }, names: 'EMAIL_FROM' },
    { env: { GOOGLE_CLIENT_ID: 'secret-value' }, names: 'GOOGLE_CLIENT_SECRET' },
    { env: { GITHUB_CLIENT_SECRET: 'secret-value' }, names: 'GITHUB_CLIENT_ID' },
    { env: { TRUST_PROXY: 'secret-value' }, names: 'TRUST_PROXY' },
    { env: { MODERATOR_EMAILS: 'secret-value' }, names: 'MODERATOR_EMAILS' },
    { env: { DATABASE_URL: 'postgres://x/y', NODE_ENV: 'production' }, names: 'NEXTAUTH_SECRET' },
  ])('$names with $env', ({ env, names }) => {
    const { status, stdout, stderr } = start(env)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    expect(stderr).toContain(names)
    expect(stderr + stdout).not.toContain('secret-value')
    expect(status).toBe(1)
    expect(fs.readdirSync(dataDir)).toEqual([])
  })

  test.each(['WEB_PORT', 'API_PORT'] as const)('a taken %s', async (variable) => {
    const server = net.createServer()
    await new Promise<void>((resolve) => server.listen(Number(ports[variable]), '127.0.0.1', resolve))
    const { status, stderr } = start({})
    server.close()
    expect(stderr).toMatch(new RegExp(`^Port ${ports[variable]} \\(${variable}\\) is in use\\.[^\\n]*\\n$`))
    expect(status).toBe(1)
  })

  test('secrets that cannot be read', () => {
    fs.writeFileSync(path.join(dataDir, 'secrets.json'), '{"nextauth_sec')
    const { status, stderr } = start({})
    expect(stderr).toMatch(/^The secrets in [^\n]+ cannot be read\.[^\n]*\n$/)
    expect(status).toBe(1)
  })

  test('a data folder that is a file', () => {
    fs.writeFileSync(path.join(dataDir, 'file'), '')
    const { status, stderr } = start({ DATA_DIR: path.join(dataDir, 'file') })
    expect(stderr).toMatch(/^DATA_DIR: [^\n]*\n$/)
    expect(status).toBe(1)
  })
})
