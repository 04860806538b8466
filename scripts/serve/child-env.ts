import type { Secrets } from './secrets.ts'
import { type Settings, withoutEmpty } from './settings.ts'

const SYSTEM = /^(PATH|HOME|USER|SHELL|TERM|TZ|LANG|LC_.+|TMPDIR|TEMP|TMP|CI|NO_COLOR|FORCE_COLOR)$/
const NETWORK = /^(https?_proxy|no_proxy|NODE_EXTRA_CA_CERTS|NODE_USE_ENV_PROXY|SSL_CERT_(FILE|DIR))$/i
const COMMON = /^(NODE_ENV|LOG_LEVEL|RATE_LIMIT_.+|OTEL_.+|SMTP_.+|EMAIL_.+)$/
const API_ONLY =
  /^(DATABASE_.+|OPENAI_.+|MODEL_.+|METRICS_TOKEN|PLAN_.+|HINT_.+|MODERATOR_.+|SIGN_IN_LIMIT_.+|TRUST_PROXY_API|AUTH_JWKS_URL)$/
const WEB_ONLY =
  /^(GOOGLE_.+|GITHUB_(CLIENT_.+|URL|API_URL)|TRUST_PROXY|AUTH_EXTRA_JWKS|NEXT_TELEMETRY_DISABLED)$/

export type ChildEnvironments = {
  api: Record<string, string>
  web: Record<string, string>
  build: Record<string, string>
}

/**
 * Environment of each child, and no more: `web` never sees the database or the model's key, `api` never sees what could
 * sign a token or open a session.
 */
export function childEnvironments({
  env,
  settings,
  secrets,
}: {
  env: Record<string, string | undefined>
  settings: Settings
  secrets: Secrets
}): ChildEnvironments {
  const given = { LOG_LEVEL: 'warn', ...withoutEmpty(env) }
  const { AUTH_JWKS, AUTH_PRIVATE_JWK, NEXTAUTH_SECRET } = secrets
  return {
    api: {
      ...pick(given, [SYSTEM, NETWORK, COMMON, API_ONLY]),
      DATA_DIR: settings.dataDir,
      API_HOST: settings.apiHost,
      API_PORT: String(settings.apiPort),
      NEXTAUTH_URL: settings.publicUrl,
      ...(AUTH_JWKS === undefined ? {} : { AUTH_JWKS }),
    },
    web: {
      ...pick(given, [SYSTEM, NETWORK, COMMON, WEB_ONLY]),
      WEB_PORT: String(settings.webPort),
      API_URL: settings.apiUrl,
      NEXTAUTH_URL: settings.publicUrl,
      NEXTAUTH_SECRET,
      AUTH_PRIVATE_JWK,
      NEXT_TELEMETRY_DISABLED: '1',
    },
    build: { ...pick(given, [SYSTEM, NETWORK]), NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  }
}

function pick(env: Record<string, string>, names: RegExp[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => names.some((pattern) => pattern.test(name))),
  )
}
