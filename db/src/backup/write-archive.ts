import { createHash, type Hash } from 'node:crypto'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { sql } from 'kysely'
import packageJson from '../../package.json' with { type: 'json' }
import type { Db } from '../create-db.ts'
import { executedMigrations } from '../migrate.ts'
import { ArchiveError, type Contents, FORMAT, type Header, type Sequences } from './archive.ts'
import { listStoredTables, type StoredTable } from './stored-tables.ts'

/** Rows read at once: the most that is held in memory. */
const BATCH = 500

/**
 * Writes all data of one moment to `to`, compressed: everything is read in one snapshot, whatever is written meanwhile.
 * Ends `to`.
 *
 * @returns what the archive holds
 */
export async function writeArchive({
  db,
  to,
  now = new Date(),
}: {
  db: Db
  to: Writable
  now?: Date
}): Promise<Contents> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const contents: Contents = []
      await pipeline(Readable.from(archiveLines({ tx, now, contents })), createGzip(), to)
      return contents
    })
}

async function* archiveLines({ tx, now, contents }: { tx: Db; now: Date; contents: Contents }) {
  // Values are written the same way whatever the server or the session is set to.
  await sql`select set_config('timezone', 'UTC', true), set_config('datestyle', 'ISO', true),
    set_config('intervalstyle', 'postgres', true), set_config('bytea_output', 'hex', true),
    set_config('extra_float_digits', '1', true), set_config('statement_timeout', '0', true)`.execute(tx)
  const whole = createHash('sha256')
  const migrations = await executedMigrations(tx)
  if (migrations.length === 0) throw new ArchiveError('The database is empty: there is nothing to back up.')
  const header: Header = {
    codify: 'backup',
    format: FORMAT,
    app: packageJson.version,
    created_at: now.toISOString(),
    migrations,
  }
  yield hashed(header, [whole])
  for (const stored of await listStoredTables(tx)) {
    const own = createHash('sha256')
    yield hashed({ table: stored.table, columns: stored.columns.map(({ name }) => name) }, [own, whole])
    let rows = 0
    for await (const lines of readRows(tx, stored)) {
      rows += lines.length
      const text = `${lines.join('\n')}\n`
      own.update(text)
      whole.update(text)
      yield text
    }
    contents.push({ table: stored.table, rows, sha256: own.digest('hex') })
  }
  const sequences = await readSequences(tx)
  if (sequences.length > 0) yield hashed({ sequences }, [whole])
  yield `${JSON.stringify({ end: contents, sha256: whole.digest('hex') })}\n`
}

async function* readRows(tx: Db, { table, columns }: StoredTable): AsyncGenerator<string[]> {
  const values = sql.join(columns.map(({ name }) => sql`${sql.ref(name)}::text`))
  await sql`declare archive_rows no scroll cursor for
    select array_to_json(array[${values}])::text as line from ${sql.table(table)}`.execute(tx)
  for (;;) {
    const { rows } = await sql<{ line: string }>`fetch ${sql.lit(BATCH)} from archive_rows`.execute(tx)
    if (rows.length > 0) yield rows.map(({ line }) => line)
    if (rows.length < BATCH) break
  }
  await sql`close archive_rows`.execute(tx)
}

/** They are no part of a snapshot, so they are read last: none stands before a row of the archive. */
async function readSequences(tx: Db): Promise<Sequences> {
  const { rows } = await sql<{ name: string }>`select c.relname as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'S' order by 1`.execute(tx)
  const sequences: Sequences = []
  for (const { name } of rows) {
    const state = await sql<{ value: string; called: boolean }>`
      select last_value::text as value, is_called as called from ${sql.table(name)}`.execute(tx)
    for (const { value, called } of state.rows) sequences.push({ name, value, called })
  }
  return sequences
}

function hashed(value: unknown, hashes: Hash[]): string {
  const line = `${JSON.stringify(value)}\n`
  for (const hash of hashes) hash.update(line)
  return line
}
