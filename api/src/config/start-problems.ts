import { ConfigError } from './config.ts'

const connectionReasons: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name of the host cannot be looked up',
  '28000': 'the server refuses this user',
  '28P01': 'the server refuses this user or password',
  '3D000': 'there is no such database',
  '53300': 'the server has no connection left',
  '25006': 'the server takes no changes',
}
/** Without a code. */
const connectionWords: [RegExp, string][] = [
  [/\bSSL\b/, 'the server does not speak TLS'],
  [/\bSASL\b|password/, 'the server asks for a password'],
]

/** A database that cannot be reached at the start, as the variable to look at; without what the variable holds. */
export function databaseUnreachable(error: unknown): ConfigError {
  const code = codeOf(error)
  const message = error instanceof Error ? error.message : ''
  const words = connectionWords.find(([pattern]) => pattern.test(message))?.[1] ?? 'no answer in time'
  const reason = connectionReasons[code] ?? (code || words)
  return new ConfigError(`DATABASE_URL: the database cannot be reached (${reason})`)
}

/** Turns an error of listening into a problem of the variable behind it; returns other errors as they are. */
export function listenProblem(error: unknown): unknown {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return new ConfigError('API_PORT: in use; stop what runs there, or set another port')
    case 'EACCES':
      return new ConfigError('API_PORT: may not be used by this account; set it above 1023')
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EADDRNOTAVAIL':
    case 'EINVAL':
      return new ConfigError('API_HOST: not an address of this machine')
    default:
      return error
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
