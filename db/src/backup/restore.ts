import fs from 'node:fs'
import path from 'node:path'
import { sql } from 'kysely'
import { openDataFolder, openPostgres } from '../create-db.ts'
import { lockDataFolder } from '../lock-data-folder.ts'
import type { Contents, Header } from './archive.ts'
import { emptySchema, isEmpty } from './empty-schema.ts'
import { checkArchive } from './read-archive.ts'
import { refuseUnknownSchema, restoreArchive } from './restore-archive.ts'

/** The database is not one that may be written over. */
export class TargetError extends Error {
  override name = 'TargetError'
}

export type Restored = {
  contents: Contents
  header: Header /** Where what was there before is kept. */
  kept?: string
}

type Options = { file: string /** Put the archive in the place of what is there. */; replace: boolean }

/**
 * Restores into a PostgreSQL database in one transaction: all of it, or nothing. The archive is read to its end before.
 *
 * @throws {ArchiveError} for an archive that cannot be used
 * @throws {TargetError} for a database that has something in it (without `replace`), or is in use
 */
export async function restoreToServer({
  databaseUrl,
  file,
  replace,
}: Options & { databaseUrl: string }): Promise<Restored> {
  const { header } = await checkUsable(file)
  const database = openPostgres({ databaseUrl, poolSize: 1, statementTimeoutMs: 0 })
  try {
    const contents = await database.db.transaction().execute(async (tx) => {
      if (!(await isEmpty(tx))) {
        if (!replace) throw notEmpty('The database')
        const { rows } = await sql<{ others: number }>`
          select count(*)::int as others from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`.execute(
          tx,
        )
        const others = rows[0]?.others ?? 0
        if (others > 0)
          throw new TargetError(
            `${others} other ${others === 1 ? 'connection is' : 'connections are'} open to the database. Stop every Codify (and pooler) that uses it, then restore.`,
          )
        await emptySchema(tx)
      }
      return restoreArchive({ tx, file })
    })
    return { contents, header }
  } finally {
    await database.close()
  }
}

/**
 * Restores the embedded database into a fresh folder that takes its place in the end. What was there is kept beside it.
 *
 * @throws {ArchiveError} for an archive that cannot be used
 * @throws {TargetError} for a folder that has a database (without `replace`)
 * @throws {DataFolderLockedError} while Codify runs on it
 */
export async function restoreToFolder({
  dataDir,
  file,
  replace,
}: Options & { dataDir: string }): Promise<Restored> {
  const { header } = await checkUsable(file)
  const unlock = lockDataFolder(dataDir)
  const fresh = path.join(dataDir, 'postgres.restoring')
  const live = path.join(dataDir, 'postgres')
  try {
    const exists = fs.existsSync(live)
    if (exists && !replace) throw notEmpty(`The data folder ${dataDir}`)
    // Left by a restore that was ended.
    fs.rmSync(fresh, { recursive: true, force: true })
    const contents = await fillFolder({ folder: fresh, file })
    const kept = path.join(dataDir, `postgres.before-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`)
    if (exists) fs.renameSync(live, kept)
    fs.renameSync(fresh, live)
    return { contents, header, ...(exists ? { kept } : {}) }
  } finally {
    fs.rmSync(fresh, { recursive: true, force: true })
    unlock()
  }
}

async function fillFolder({ folder, file }: { folder: string; file: string }): Promise<Contents> {
  const database = await openDataFolder(folder)
  try {
    return await database.db.transaction().execute((tx) => restoreArchive({ tx, file }))
  } finally {
    await database.close()
  }
}

async function checkUsable(file: string): Promise<{ header: Header; contents: Contents }> {
  const checked = await checkArchive(file)
  refuseUnknownSchema(checked.header)
  return checked
}

function notEmpty(what: string): TargetError {
  return new TargetError(
    `${what} is not empty, so nothing was written. To put the archive in its place, add --replace.`,
  )
}
