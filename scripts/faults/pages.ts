import path from 'node:path'
import { ISSUER, type Signer } from '../bench/api/tokens.ts'
import { buildWeb, isWebBuilt, nextBin } from '../serve/build-web.ts'
import { createChildren } from '../serve/children.ts'
import { findFreePort } from '../serve/ports.ts'
import { type Restartable, restartable } from './child.ts'

const root = path.resolve(import.meta.dirname, '../..')

/** One `web` process before the API at `apiUrl`; the pages are built first where they are not. */
export async function createPages(options: {
  apiUrl: string
  signer: Signer
  secret: string
  env?: Record<string, string>
}): Promise<Restartable> {
  if (!isWebBuilt(root)) {
    console.log('Building the pages (again only when they change) …')
    const { PATH = '', HOME = '' } = process.env
    await buildWeb({ root, children: createChildren({ graceMs: 5_000 }), env: { PATH, HOME } })
  }
  const port = await findFreePort()
  return restartable({
    url: `http://127.0.0.1:${port}`,
    readyPath: '/healthz',
    args: [nextBin(root), 'start', '-p', String(port), '-H', '127.0.0.1'],
    cwd: path.join(root, 'web'),
    env: {
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      WEB_PORT: String(port),
      API_URL: options.apiUrl,
      NEXTAUTH_URL: ISSUER,
      NEXTAUTH_SECRET: options.secret,
      AUTH_PRIVATE_JWK: JSON.stringify(options.signer),
      LOG_LEVEL: 'fatal',
      ...options.env,
    },
  })
}
