import fs from 'node:fs'
import { findChromium, installChromiumCommand } from '../find-chromium.ts'
import { tryToListen } from '../serve/ports.ts'
import { secretsFile } from '../serve/secrets.ts'
import type { Settings } from '../serve/settings.ts'
import { type Finding, note, ok, problem } from './finding.ts'

export async function checkPorts({ webPort, apiPort, apiHost }: Settings): Promise<Finding[]> {
  const check = async (variable: string, port: number, host: string) => {
    const reason = await tryToListen(port, host)
    if (reason === undefined) return ok('Ports', `${port} (${variable}) is free`)
    return reason === 'EADDRINUSE'
      ? note('Ports', `${port} (${variable}) is in use: Codify runs already, or something else does`)
      : problem('Ports', `${port} (${variable}) cannot be listened on (${reason})`)
  }
  return Promise.all([check('WEB_PORT', webPort, '127.0.0.1'), check('API_PORT', apiPort, apiHost)])
}

export function checkSecrets({ given, strict, dataDir }: Settings): Finding[] {
  const kept = fs.existsSync(secretsFile(dataDir))
  const describe = (variable: string, isSet: boolean) => {
    if (isSet) return ok('Secrets', `${variable} is set`)
    if (strict) return problem('Secrets', `${variable} is missing (npm run keys makes one)`)
    return kept
      ? ok('Secrets', `${variable} is kept in DATA_DIR`)
      : note('Secrets', `${variable} is made at the first start`)
  }
  return [
    describe('NEXTAUTH_SECRET', given.nextauthSecret !== undefined),
    describe('AUTH_PRIVATE_JWK', given.privateJwk !== undefined),
  ]
}

export function checkChromium(env: Record<string, string>): Finding {
  const missing = `none: the browser tests are skipped. Install one with: ${installChromiumCommand(process.platform)}`
  return findChromium(env) ? ok('Chromium', 'found; the browser tests run') : note('Chromium', missing)
}
