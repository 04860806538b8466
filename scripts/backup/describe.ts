import { ArchiveError, DataFolderLockedError, TargetError } from '../../db/src/index.ts'
import { reasonOf } from '../doctor/finding.ts'
import { StartError } from '../serve/settings.ts'

/** How many rows of how many tables, for the last line of a backup or a restore. */
export function describeContents(contents: { rows: number }[]): string {
  const rows = contents.reduce((sum, table) => sum + table.rows, 0)
  return `${rows.toLocaleString('en')} rows of ${contents.length} tables`
}

/** One line for what the person at the terminal can put right; the whole error for what is ours. */
export function explain(error: unknown): void {
  const expected = [ArchiveError, TargetError, DataFolderLockedError, StartError].some(
    (kind) => error instanceof kind,
  )
  if (expected && error instanceof Error) console.error(error.message)
  else if (isConnectionError(error))
    console.error(`The database cannot be reached or used (${reasonOf(error)}).`)
  else console.error(error)
}

function isConnectionError(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^(E[A-Z]+|08\w{3}|28\w{3}|3D000|57P0\d)$/.test(code)
}
