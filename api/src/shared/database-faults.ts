import { databaseBusy, databaseReadOnly, databaseUnavailable, type ProblemError } from './errors.ts'

/** Lost against another transaction: serialization, deadlock, a lock that was not to be had. */
const BUSY = /^(40001|40P01|55P03)$/
/** A standby, a server set to read only, a full disk. */
const READ_ONLY = /^(25006|53100|ENOSPC)$/
/** Gone, going, starting, out of connections or memory, too slow, or the way there is broken. */
const AWAY =
  /^(08...|53...|57P..|57014|58030|25P0[34]|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/
const AWAY_WORDS =
  /connection (terminated|ended)|timeout exceeded when trying to connect|query read timeout|client (was closed|has encountered a connection error)|not queryable|pglite is closed/i

/** True if an error comes from the database's state, so that the same work may succeed later. */
export function isDatabaseFault(error: unknown): boolean {
  return error instanceof Error && toDatabaseFault(error, 'POST') !== undefined
}

/** The answer to an error that is the database's state and not the request's fault; undefined for any other. */
export function toDatabaseFault(error: Error, method: string): ProblemError | undefined {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (BUSY.test(code)) return databaseBusy(error)
  if (READ_ONLY.test(code)) return databaseReadOnly(error)
  if (!AWAY.test(code) && !AWAY_WORDS.test(error.message)) return undefined
  return databaseUnavailable(error, { isRead: method === 'GET' || method === 'HEAD' })
}
