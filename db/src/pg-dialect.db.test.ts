import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openPostgres } from './create-db.ts'
import { cloneTemplate } from './testing.ts'

const template = inject('template')
/** PgBouncer keeps its own record of statements, which these tests cannot take from it. */
const isDirect = template.kind === 'postgres' && template.poolerUrl === template.serverUrl

describe.runIf(template.kind === 'postgres')('on a server', () => {
  let database: Awaited<ReturnType<typeof cloneTemplate>>
  let url = ''
  beforeAll(async () => {
    database = await cloneTemplate(template)
    url = database.databaseUrl ?? ''
  })
  afterAll(() => database.close())

  test('statements that come again are kept prepared, once for each connection', async () => {
    const { db, close } = openPostgres({ databaseUrl: url, poolSize: 1 })
    for (const slug of ['trees', 'graphs', 'stack', 'none'])
      await db.selectFrom('topics').select('title').where('slug', '=', slug).execute()
    const { rows } = await sql<{ statement: string; calls: string }>`
      select statement, generic_plans + custom_plans as calls from pg_prepared_statements`.execute(db)
    expect(rows).toEqual([{ statement: 'select "title" from "topics" where "slug" = $1', calls: '3' }])
    await close()
  })

  test('a changed table is answered as it is now, within the same connection', async () => {
    const { db, close } = openPostgres({ databaseUrl: url, poolSize: 1 })
    await sql`create table changing (a int)`.execute(db)
    await sql`insert into changing values (1)`.execute(db)
    const read = async () => (await sql`select * from changing`.execute(db)).rows
    for (let i = 0; i < 3; i++) expect(await read()).toEqual([{ a: 1 }])
    await sql`alter table changing alter column a type text`.execute(db)
    expect(await read()).toEqual([{ a: '1' }])
    await close()
  })

  test.runIf(isDirect)(
    'a name that the server lost is done without, and a transaction with it fails whole',
    async () => {
      const { db, close } = openPostgres({ databaseUrl: url, poolSize: 1 })
      const read = () => db.selectFrom('topics').select('title').where('slug', '=', 'trees').execute()
      for (let i = 0; i < 3; i++) await read()
      await sql`deallocate all`.execute(db)
      expect(await read()).toHaveLength(1)

      const insert = (hash: string) =>
        db
          .insertInto('sign_in_tokens')
          .values({ token_hash: hash, identifier: 'a', expires_at: new Date() })
          .execute()
      await insert('x')
      const failed = db.transaction().execute(async (tx) => {
        await tx.deleteFrom('sign_in_tokens').execute()
        await sql`select no_such_function()`.execute(tx)
      })
      await expect(failed).rejects.toMatchObject({ code: '42883' })
      expect(await db.selectFrom('sign_in_tokens').select('token_hash').execute()).toHaveLength(1)
      await close()
    },
  )

  describe('with a read replica', () => {
    /** Another database plays the replica, so that who answered can be told. */
    async function openWith(readUrl: string) {
      const errors: string[] = []
      const opened = openPostgres({
        databaseUrl: url,
        readUrl,
        onError: (error) => errors.push(error.message),
      })
      const ask = async () =>
        (await sql<{ name: string }>`select current_database() as name`.execute(opened.readDb)).rows[0]?.name
      return { ...opened, ask, errors }
    }
    const named = (name: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href
    const primary = () => new URL(url).pathname.slice(1)

    test('it takes the reads that may lag, and only those', async () => {
      const opened = await openWith(named('postgres'))
      expect(await opened.ask()).toBe('postgres')
      const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(opened.db)
      expect(rows[0]?.name).toBe(primary())
      await opened.close()
    })

    test('what it does not have yet comes from the primary, without a word', async () => {
      const opened = await openWith(named('postgres'))
      expect(await opened.readDb.selectFrom('topics').select('slug').execute()).not.toHaveLength(0)
      expect(opened.errors).toEqual([])
      expect(await opened.ask()).toBe('postgres')
      await opened.close()
    })

    test('while it is away the primary answers, and it is said once', async () => {
      const opened = await openWith('postgres://127.0.0.1:1/nowhere')
      expect([await opened.ask(), await opened.ask()]).toEqual([primary(), primary()])
      expect(opened.errors).toEqual(['the read replica does not answer; the primary takes its reads'])
      await opened.close()
    })

    test('a read under way when it goes is answered by the primary', async () => {
      const opened = await openWith(named('postgres'))
      const gone = await sql<{ name: string }>`
        select current_database() as name,
          case current_database() when 'postgres' then pg_terminate_backend(pg_backend_pid()) end as ended`.execute(
        opened.readDb,
      )
      expect(gone.rows).toEqual([{ name: primary(), ended: null }])
      expect(await opened.ask()).toBe(primary())
      await opened.close()
    })
  })
})
