import 'server-only'
import { parseConfig, type WebConfig } from './parse-config.ts'

let config: WebConfig | undefined

/** Read on first use, so that a build needs no environment; `instrumentation.ts` reads it at the start. */
export function getConfig(): WebConfig {
  config ??= parseConfig(process.env)
  return config
}
