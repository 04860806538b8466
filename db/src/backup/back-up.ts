import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { Writable } from 'node:stream'
import type { Db } from '../create-db.ts'
import { ArchiveError, type Contents } from './archive.ts'
import { checkArchive } from './read-archive.ts'
import { writeArchive } from './write-archive.ts'

/** Writes an archive of the database to a new file, and reads it back before it gets its name. */
export function backUp({ db, file }: { db: Db; file: string }): Promise<Contents> {
  return writeNewFile({ file, write: (to) => writeArchive({ db, to }) })
}

/**
 * Lets `write` fill a new file that only its owner may read. It appears under its name once it is whole and on the
 * disk; on an error there is none.
 */
export async function writeNewFile({
  file,
  write,
}: {
  file: string
  write: (to: Writable) => Promise<unknown>
}): Promise<Contents> {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  const draft = `${file}.${randomUUID()}.part`
  try {
    await write(fs.createWriteStream(draft, { mode: 0o600, flags: 'wx', flush: true }))
    const { contents } = await checkArchive(draft)
    // Unlike a rename, a link never takes the place of a file that is there.
    fs.linkSync(draft, file)
    return contents
  } catch (error) {
    const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST'
    throw exists ? new ArchiveError(`${file} is there already; give another name.`, { cause: error }) : error
  } finally {
    fs.rmSync(draft, { force: true })
  }
}
