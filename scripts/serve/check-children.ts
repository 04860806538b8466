import { ConfigError as ApiConfigError, parseConfig as parseApiConfig } from '../../api/src/config/config.ts'
import { parseConfig as parseWebConfig, ConfigError as WebConfigError } from '../../web/lib/parse-config.ts'
import { childEnvironments } from './child-env.ts'
import { generatePrivateJwk, toPublicJwk } from './jwk.ts'
import { generateSecret } from './secrets.ts'
import { type Settings, StartError } from './settings.ts'

/**
 * Has both children's own parsers read what each would be given, before anything is made, built or opened. Others stand
 * in for secrets that are still to be made, and for keys, which have been looked at already.
 *
 * @throws {StartError} naming the first wrong variable, never its value
 */
export function checkChildren(options: {
  env: Record<string, string | undefined>
  settings: Settings
  mode: 'development' | 'production'
}): void {
  const key = generatePrivateJwk()
  const secrets = {
    NEXTAUTH_SECRET: options.settings.given.nextauthSecret ?? generateSecret(),
    AUTH_PRIVATE_JWK: JSON.stringify(key),
    AUTH_JWKS: JSON.stringify({ keys: [toPublicJwk(key)] }),
  }
  const children = childEnvironments({ ...options, secrets })
  try {
    parseApiConfig(children.api)
    parseWebConfig({ ...children.web, NODE_ENV: options.mode })
  } catch (error) {
    if (error instanceof ApiConfigError || error instanceof WebConfigError)
      throw new StartError(error.message)
    throw error
  }
}
