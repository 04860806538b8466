import { sql } from 'kysely'
import type { Db } from '../create-db.ts'
import { createMigrator } from '../migrate.ts'
import { migrations } from '../migrations/index.ts'
import { ArchiveError, type Contents, type Header, type Row, type Sequences } from './archive.ts'
import { readArchive } from './read-archive.ts'
import { relaxSchema } from './relax-schema.ts'
import { listStoredTables, type StoredTable } from './stored-tables.ts'

/** Rows written at once, or fewer when they are long. */
const BATCH_ROWS = 500
const BATCH_CHARACTERS = 4_000_000

/**
 * Says why this release cannot take up an archive of that schema.
 *
 * @throws {ArchiveError} when the archive has migrations that this release does not know
 */
export function refuseUnknownSchema({ migrations: archived, app }: Header): void {
  const known = Object.keys(migrations)
  const unknown = archived.find((name, index) => known[index] !== name)
  if (unknown !== undefined)
    throw new ArchiveError(
      `The archive was written by a newer release (${app}, with ${unknown}). Restore it with that release, or a newer one.`,
    )
}

/**
 * Writes an archive into an empty database: first its own schema, then its rows, then the migrations that came since.
 * `tx` is one transaction, so all of it is there or nothing.
 *
 * @throws {ArchiveError} when the archive does not hold or does not fit
 */
export async function restoreArchive({ tx, file }: { tx: Db; file: string }): Promise<Contents> {
  await sql`select set_config('statement_timeout', '0', true), set_config('timezone', 'UTC', true),
    set_config('datestyle', 'ISO', true), set_config('intervalstyle', 'postgres', true)`.execute(tx)
  let contents: Contents = []
  let tables = new Map<string, StoredTable>()
  let tighten = async () => {}
  let rows: ReturnType<typeof createRowWriter> | undefined
  for await (const piece of readArchive(file)) {
    if (piece.kind === 'header') {
      refuseUnknownSchema(piece.header)
      await migrateTo(tx, piece.header.migrations)
      tables = new Map((await listStoredTables(tx)).map((stored) => [stored.table, stored]))
      tighten = await relaxSchema(tx)
    } else if (piece.kind === 'table') {
      await rows?.flush()
      rows = createRowWriter(tx, tableFor(piece, tables))
    } else if (piece.kind === 'row') {
      await rows?.add(piece.row)
    } else if (piece.kind === 'sequences') {
      await setSequences(tx, piece.sequences)
    } else {
      await rows?.flush()
      contents = piece.contents
    }
  }
  if (contents.length !== tables.size) throw new ArchiveError('The archive does not hold every table.')
  await tighten()
  await migrateToLatest(tx)
  return contents
}

function tableFor(
  { table, columns }: { table: string; columns: string[] },
  tables: Map<string, StoredTable>,
): StoredTable {
  const stored = tables.get(table)
  if (!stored || stored.columns.map(({ name }) => name).join() !== columns.join())
    throw new ArchiveError(`The archive does not fit its own schema: table ${table}.`)
  return stored
}

function createRowWriter(tx: Db, { table, columns }: StoredTable) {
  const names = sql.join(columns.map(({ name }) => sql.ref(name)))
  const values = sql.join(
    columns.map(({ type }, index) => sql`(r.line ->> ${sql.lit(index)})::${sql.raw(type)}`),
  )
  let waiting: Row[] = []
  let characters = 0
  async function flush(): Promise<void> {
    if (waiting.length === 0) return
    const lines = JSON.stringify(waiting)
    waiting = []
    characters = 0
    await sql`insert into ${sql.table(table)} (${names}) overriding system value
      select ${values} from jsonb_array_elements(${lines}::jsonb) as r (line)`.execute(tx)
  }
  return {
    flush,
    async add(row: Row): Promise<void> {
      waiting.push(row)
      for (const value of row) characters += value?.length ?? 0
      if (waiting.length >= BATCH_ROWS || characters >= BATCH_CHARACTERS) await flush()
    },
  }
}

async function setSequences(tx: Db, sequences: Sequences): Promise<void> {
  for (const { name, value, called } of sequences)
    await sql`select setval(${name}::regclass, ${value}::bigint, ${called})`.execute(tx)
}

async function migrateTo(tx: Db, archived: string[]): Promise<void> {
  const { error } = await createMigrator(tx).migrateTo(archived.at(-1) ?? '')
  if (error) throw error
}

async function migrateToLatest(tx: Db): Promise<void> {
  const { error } = await createMigrator(tx).migrateToLatest()
  if (error) throw error
}
