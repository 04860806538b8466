import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Another process has the data folder open. */
export class DataFolderLockedError extends Error {
  override name = 'DataFolderLockedError'
}

/**
 * Takes the data folder for this process alone: PGlite does not guard it, and two openers lose data silently.
 * The lock is SQLite's own file lock, held by the kernel: it ends with its holder, however that ends.
 *
 * @returns a function that gives the folder back
 * @throws {DataFolderLockedError} while another opener holds it
 */
export function lockDataFolder(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true })
  const lock = new DatabaseSync(path.join(dataDir, 'lock.sqlite'), { timeout: 0 })
  try {
    lock.exec('begin exclusive')
  } catch (cause) {
    lock.close()
    throw new DataFolderLockedError(`The data folder ${dataDir} is in use by another process.`, { cause })
  }
  return () => lock.close()
}
