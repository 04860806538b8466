import path from 'node:path'
import { ISSUER, type Signer } from '../bench/api/tokens.ts'
import { toPublicJwk } from '../serve/jwk.ts'
import { findFreePort } from '../serve/ports.ts'
import { type Restartable, restartable } from './child.ts'

const root = path.resolve(import.meta.dirname, '../..')

/** One `api` process, without limits; `env` says where its data is, and what else differs. */
export async function createReplica(options: {
  env: Record<string, string>
  signer: Signer
  modelUrl: string
}): Promise<Restartable> {
  const port = await findFreePort()
  return restartable({
    url: `http://127.0.0.1:${port}`,
    readyPath: '/readyz',
    args: ['api/src/main.ts'],
    cwd: root,
    env: {
      API_PORT: String(port),
      NEXTAUTH_URL: ISSUER,
      AUTH_JWKS: JSON.stringify({ keys: [toPublicJwk(options.signer)] }),
      OPENAI_BASE_URL: options.modelUrl,
      OPENAI_MODEL: 'fake',
      MODEL_TIMEOUT_SECONDS: '3',
      RATE_LIMIT_PER_MINUTE: '10000000',
      RATE_LIMIT_PER_MINUTE_ANONYMOUS: '10000000',
      SIGN_IN_LIMIT_PER_EMAIL: '0',
      SIGN_IN_LIMIT_PER_IP: '0',
      PLAN_DAILY_LIMIT: '10000',
      LOG_LEVEL: 'fatal',
      ...options.env,
    },
  })
}
