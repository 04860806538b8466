import 'server-only'
import { getConfig } from './config.ts'
import { ConfigError, type WebConfig } from './parse-config.ts'

/** Ends the process with one line when a variable is missing or wrong. */
export function checkConfig(): WebConfig {
  try {
    const config = getConfig()
    // NextAuth reads it from the environment by itself, and must see the same.
    process.env.NEXTAUTH_URL = config.publicUrl
    return config
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  }
}
