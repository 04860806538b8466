import { createHash, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Database, openDatabase, openPostgres } from '../create-db.ts'
import { lockDataFolder } from '../lock-data-folder.ts'
import { isMigrated } from '../migrate.ts'
import { useTestDatabase } from '../test-database.ts'
import { createEmptyDatabase } from '../testing.ts'
import { ArchiveError } from './archive.ts'
import { backUp } from './back-up.ts'
import { restoreToFolder, restoreToServer, TargetError } from './restore.ts'
import { listStoredTables } from './stored-tables.ts'

const template = inject('template')
const context = useTestDatabase()
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'codify-backup-'))
const newPath = () => path.join(folder, randomUUID())
const ending: (() => Promise<void>)[] = []

beforeAll(() => addAwkwardRows())
afterAll(async () => {
  for (const end of ending) await end()
  fs.rmSync(folder, { recursive: true, force: true })
})

/** Adds texts, times, numbers and nulls of every awkward kind. */
async function addAwkwardRows(): Promise<void> {
  const { db } = context.database
  const { id } = await db.selectFrom('problems').select('id').orderBy('id').limit(1).executeTakeFirstOrThrow()
  for (const body of [
    'line\nbreak\r\n\u2028\u2029',
    '"quotes" \\ \\n {a,b} NULL',
    '👩‍💻 日本語 \u0001',
    "it's",
  ]) {
    await sql`insert into comments (problem_id, learner_id, author_name, body, created_at)
      values (${id}, ${randomUUID()}, 'Ada', ${body}, '2026-02-28 23:59:59.123457+05:45')`.execute(db)
  }
  const { rows: sequences } = await sql<{ name: string }>`
    select sequencename as name from pg_sequences where schemaname = 'public'`.execute(db)
  for (const { name } of sequences) await sql`select nextval(${name}::regclass)`.execute(db)
  const vector = JSON.stringify(Array.from({ length: 1536 }, (_, index) => Math.sin(index) / 3))
  await sql`insert into intake_profiles (learner_id, level, role_target, timeline_weeks, hours_per_week,
      topic_confidence, weaknesses, constraints, past_experience, study_days, interview_date, time_zone, known_topics,
      allow_premium, embedding, embedding_model, regeneration_answers)
    values (${randomUUID()}, 'beginner', array['a,b', '"c"', 'NULL', ''], 4, 8, '{"trees": 1.50, "a\\"b": 12345678901234567890}',
      '{}', '', '', array[1, 7], '2031-05-04', 'UTC', '{}', true, ${vector}::vector, 'test', 'null')`.execute(
    db,
  )
}

/** Every row of every table as the database itself writes it. */
async function contentsOf(database: Database): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = {}
  for (const { table } of await listStoredTables(database.db)) {
    const { rows } = await sql`select md5(t::text) as row from ${sql.table(table)} t order by 1`.execute(
      database.db,
    )
    all[table] = rows
  }
  const sequences = await sql`select sequencename, last_value from pg_sequences order by 1`.execute(
    database.db,
  )
  all.sequences = sequences.rows
  return all
}

async function schemaOf(database: Database): Promise<unknown> {
  const constraints =
    await sql`select conrelid::regclass::text as "table", conname, pg_get_constraintdef(oid) as def
    from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n' order by 1, 2`.execute(
      database.db,
    )
  const indexes = await sql`select indexname, indexdef from pg_indexes
    where schemaname = 'public' and indexdef not like '%hnsw%' order by 1`.execute(database.db)
  return [constraints.rows, indexes.rows]
}

async function archiveOf(database: Database): Promise<string> {
  const file = newPath()
  await backUp({ db: database.db, file })
  return file
}

async function restoredFolder(file: string): Promise<Database> {
  const dataDir = newPath()
  await restoreToFolder({ dataDir, file, replace: false })
  const database = await openDatabase({ dataDir })
  ending.unshift(() => database.close())
  return database
}

async function restoredServer(serverUrl: string, file: string): Promise<Database> {
  const { url, drop } = await createEmptyDatabase(serverUrl)
  await restoreToServer({ databaseUrl: url, file, replace: false })
  const database = openPostgres({ databaseUrl: url })
  ending.unshift(() => database.close().then(drop))
  return database
}

describe('a restored database', () => {
  test('has every row, every rule and every migration', async () => {
    const file = await archiveOf(context.database)
    const restored =
      template.kind === 'embedded'
        ? await restoredFolder(file)
        : await restoredServer(template.serverUrl, file)
    expect(await contentsOf(restored)).toEqual(await contentsOf(context.database))
    expect(await schemaOf(restored)).toEqual(await schemaOf(context.database))
    expect(await isMigrated(restored.db)).toBe(true)
  })

  test.runIf(template.kind === 'postgres')('may be of the other kind, there and back', async () => {
    if (template.kind !== 'postgres') return
    const embedded = await restoredFolder(await archiveOf(context.database))
    expect(await contentsOf(embedded)).toEqual(await contentsOf(context.database))
    const back = await restoredServer(template.serverUrl, await archiveOf(embedded))
    expect(await contentsOf(back)).toEqual(await contentsOf(context.database))
    const { rows } = await sql`select 1 from pg_indexes where indexdef like '%hnsw%'`.execute(back.db)
    expect(rows).toHaveLength(1)
  })
})

test('an archive is of one moment, whatever is written meanwhile', async () => {
  const { db } = context.database
  const learners: string[] = []
  let isOver = false
  const writing = (async () => {
    while (!isOver) {
      const learner = randomUUID()
      // A pair is written at once; half a pair was never there.
      await db.transaction().execute(async (tx) => {
        await sql`insert into learner_sessions values (${learner}, now())`.execute(tx)
        await sql`insert into sign_in_tokens values (${learner}, ${learner}, now())`.execute(tx)
      })
      learners.push(learner)
      // The embedded database never waits for the system, so files would never be written.
      await setImmediate()
    }
  })()
  for (let times = 0; times < 3; times++) {
    const lines = gunzipSync(fs.readFileSync(await archiveOf(context.database))).toString()
    const sessions = learners.filter((id) => new RegExp(`^\\["${id}","`, 'm').test(lines))
    for (const id of sessions) expect(lines.split(`"${id}"`)).toHaveLength(4)
  }
  isOver = true
  await writing
  expect(learners.length).toBeGreaterThan(3)
})

describe('nothing is written', () => {
  async function refused(file: string, pattern: RegExp): Promise<void> {
    const dataDir = newPath()
    const error = await restoreToFolder({ dataDir, file, replace: false }).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(ArchiveError)
    expect(error).toMatchObject({ message: expect.stringMatching(pattern) })
    expect(fs.existsSync(path.join(dataDir, 'postgres'))).toBe(false)
  }
  function write(content: string | Buffer): string {
    const file = newPath()
    fs.writeFileSync(file, typeof content === 'string' ? gzipSync(content) : content)
    return file
  }
  async function linesOfArchive(): Promise<string[]> {
    return gunzipSync(fs.readFileSync(await archiveOf(context.database)))
      .toString()
      .split('\n')
  }

  test('from what is no archive', async () => {
    await refused(newPath(), /no such file/)
    await refused(write(Buffer.from('hello')), /not an archive/)
    await refused(write('{"some":"json"}\n'), /not an archive/)
    await refused(write(''), /cut short/)
  })

  test('from one that is cut short, wherever', async () => {
    const bytes = fs.readFileSync(await archiveOf(context.database))
    for (const part of [0.1, 0.5, 0.999])
      await refused(write(bytes.subarray(0, bytes.length * part)), /cut short/)
    const lines = await linesOfArchive()
    await refused(write(`${lines.slice(0, -2).join('\n')}\n`), /cut short/)
  })

  test('from one where a value, a row or a table was changed, lost or added', async () => {
    const lines = await linesOfArchive()
    const at = lines.findIndex((line) => line.startsWith('["'))
    const changed = lines.map((line, index) => (index === at ? line.replace(/[a-z]/, 'x') : line))
    await refused(write(changed.join('\n')), /checksums/)
    await refused(write(lines.filter((_, index) => index !== at).join('\n')), /checksums/)
    await refused(write(lines.toSpliced(at, 0, lines[at] ?? '').join('\n')), /checksums/)
    await refused(write(`${lines.join('\n')}["more"]\n`), /follows its end/)
    const flipped = fs.readFileSync(await archiveOf(context.database))
    flipped.writeUInt8(flipped.readUInt8(flipped.length >> 1) ^ 1, flipped.length >> 1)
    await refused(write(flipped), /damaged|cut short/)
  })

  test('from one of a newer release', async () => {
    const [header = '', ...rest] = await linesOfArchive()
    const parsed: { migrations: string[]; format: number } = JSON.parse(header)
    const withHeader = (changed: object) => {
      const lines = [JSON.stringify(changed), ...rest.slice(0, -2)]
      const { end } = JSON.parse(rest.at(-2) ?? '')
      const sha256 = createHash('sha256')
        .update(`${lines.join('\n')}\n`)
        .digest('hex')
      return write(`${lines.join('\n')}\n${JSON.stringify({ end, sha256 })}\n`)
    }
    await refused(withHeader({ ...parsed, format: 2 }), /format 2/)
    const migrations = [...parsed.migrations, '999-later']
    await refused(withHeader({ ...parsed, migrations }), /newer release.*999-later/)
  })

  test('to a folder that has a database, or is in use', async () => {
    const file = await archiveOf(context.database)
    const dataDir = newPath()
    await restoreToFolder({ dataDir, file, replace: false })
    await expect(restoreToFolder({ dataDir, file, replace: false })).rejects.toThrow(TargetError)
    const unlock = lockDataFolder(dataDir)
    await expect(restoreToFolder({ dataDir, file, replace: true })).rejects.toThrow(/in use/)
    unlock()
    const { kept } = await restoreToFolder({ dataDir, file, replace: true })
    expect(fs.existsSync(path.join(kept ?? '', 'PG_VERSION'))).toBe(true)
  })

  test.runIf(template.kind === 'postgres')(
    'to a server’s database that has something in it, or is in use',
    async () => {
      if (template.kind !== 'postgres') return
      const file = await archiveOf(context.database)
      const { url, drop } = await createEmptyDatabase(template.serverUrl)
      ending.push(drop)
      const into = (replace: boolean) => restoreToServer({ databaseUrl: url, file, replace })
      await into(false)
      await expect(into(false)).rejects.toThrow(/not empty/)
      const other = openPostgres({ databaseUrl: url })
      await sql`create table left_over (id int)`.execute(other.db)
      await expect(into(true)).rejects.toThrow(/1 other connection/)
      await other.close()
      await into(true)
      const after = openPostgres({ databaseUrl: url })
      expect(await contentsOf(after)).toEqual(await contentsOf(context.database))
      await after.close()
    },
  )

  test('over a file that is there', async () => {
    const file = await archiveOf(context.database)
    await expect(backUp({ db: context.database.db, file })).rejects.toThrow(/there already/)
    expect(fs.readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})
