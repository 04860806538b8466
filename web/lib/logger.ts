import 'server-only'
import pino, { type Logger } from 'pino'
import { getConfig } from './config.ts'

let logger: Logger | undefined

/** JSON lines on standard output. */
export function getLogger(): Logger {
  logger ??= pino({ name: 'web', level: getConfig().logLevel })
  return logger
}
