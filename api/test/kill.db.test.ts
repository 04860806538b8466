import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Db } from '@codify/db'
import { cloneTemplate } from '@codify/db/testing'
import { exportJWK, generateKeyPair } from 'jose'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { findFreePort } from '../../scripts/serve/ports.ts'
import { queueGeneration, until } from '../src/modules/generations/testing.ts'
import { type FakeModel, goodAnswer, startFakeModel } from '../src/modules/proposals/testing/fake-model.ts'

const template = inject('template')
const GATE = 4711

// A real api process is killed with SIGKILL while the database holds it at a chosen point; another one then finishes.
// Its gate is a lock of a session, which a pooler does not have.
const isDirect = template.kind === 'postgres' && template.poolerUrl === template.serverUrl
describe.runIf(isDirect)('an api killed during a generation', () => {
  let database: Awaited<ReturnType<typeof cloneTemplate>>
  let model: FakeModel
  let jwks: string
  const running = new Set<ChildProcess>()

  beforeAll(async () => {
    database = await cloneTemplate(template)
    model = await startFakeModel()
    const { publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
    jwks = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'test' }] })
    // A writer of the row that `gate` names waits until the test releases the lock.
    await sql`create table gate (name text)`.execute(database.db)
    await sql
      .raw(`create function wait_at_gate() returns trigger language plpgsql as $$
      declare here text := case tg_table_name when 'plans' then 'plan'
        else coalesce(to_jsonb(new) -> 'data' ->> 'stage', to_jsonb(new) ->> 'type') end;
      begin
        if exists (select from gate where name = here) then
          perform pg_advisory_lock(${GATE});
          perform pg_advisory_unlock(${GATE});
        end if;
        return new;
      end $$`)
      .execute(database.db)
    for (const table of ['generation_events', 'plans']) {
      await sql
        .raw(`create trigger gate before insert on ${table} for each row execute function wait_at_gate()`)
        .execute(database.db)
    }
  })
  afterAll(async () => {
    for (const child of running) child.kill('SIGKILL')
    await model?.stop()
    await database?.close()
  })

  async function startApi(): Promise<ChildProcess> {
    const port = String(await findFreePort())
    const child = spawn(process.execPath, ['src/main.ts'], {
      cwd: `${import.meta.dirname}/..`,
      stdio: 'inherit',
      env: {
        PATH: process.env.PATH,
        DATABASE_URL: database.databaseUrl,
        API_PORT: port,
        AUTH_JWKS: jwks,
        OPENAI_BASE_URL: model.baseUrl,
        LOG_LEVEL: 'silent',
      },
    })
    running.add(child)
    await until(
      async () => (await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined))?.ok === true,
    )
    return child
  }

  async function kill(child: ChildProcess): Promise<void> {
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
    running.delete(child)
  }

  /** Spares the test the seconds until the dead process's lease runs out. */
  async function letLeaseRunOut(id: string): Promise<void> {
    await database.db
      .updateTable('generations')
      .set({ lease_until: sql<Date>`now() - interval '1 second'` })
      .where('id', '=', id)
      .execute()
  }

  /** Runs `body` while whoever writes the row `name` has to wait; ends those who waited when it is over. */
  async function holding(name: string, body: (gate: Db) => Promise<void>): Promise<void> {
    await database.db.connection().execute(async (gate) => {
      await sql`select pg_advisory_lock(${GATE})`.execute(gate)
      await sql`insert into gate values (${name})`.execute(gate)
      await body(gate)
      await sql`delete from gate`.execute(gate)
      // The server would end a dead client's transaction once it notices; here it happens at once.
      await sql`select pg_terminate_backend(pid) from pg_locks
        where locktype = 'advisory' and objid = ${GATE} and not granted`.execute(gate)
      await sql`select pg_advisory_unlock(${GATE})`.execute(gate)
    })
  }

  async function someoneWaits(gate: Db): Promise<boolean> {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from pg_locks
      where locktype = 'advisory' and objid = ${GATE} and not granted`.execute(gate)
    return (rows[0]?.n ?? 0) > 0
  }

  async function expectOnePlan(learnerId: string, id: string): Promise<void> {
    const { db } = database
    await until(async () => {
      const row = await db.selectFrom('generations').select('state').where('id', '=', id).executeTakeFirst()
      return row?.state === 'done'
    })
    const plans = await db.selectFrom('plans').select('status').where('learner_id', '=', learnerId).execute()
    expect(plans).toEqual([{ status: 'current' }])
    const events = await db
      .selectFrom('generation_events')
      .select(['seq', 'type'])
      .where('generation_id', '=', id)
      .orderBy('seq')
      .execute()
    expect(events.map((event) => event.seq)).toEqual(events.map((_, index) => index + 1))
    expect(events.filter((event) => event.type === 'done')).toHaveLength(1)
    expect(events.at(-1)?.type).toBe('done')
  }

  test.each(['embed', 'retrieve', 'rank', 'prompt', 'complete', 'verify', 'day', 'save', 'plan', 'done'])(
    'at %s still gives exactly one plan after one model call',
    async (stage) => {
      model.behave(goodAnswer)
      model.requests.length = 0
      const { id, learnerId } = await queueGeneration(database.db)
      await holding(stage, async (gate) => {
        const first = await startApi()
        await until(() => someoneWaits(gate))
        await kill(first)
      })
      await letLeaseRunOut(id)

      const second = await startApi()
      await expectOnePlan(learnerId, id)
      expect(model.requests).toHaveLength(1)
      await kill(second)
    },
  )

  test('while the model is answering asks it once more, because the first answer died', async () => {
    model.behave({ kind: 'silent' }, goodAnswer)
    model.requests.length = 0
    const { id, learnerId } = await queueGeneration(database.db)
    const first = await startApi()
    await until(async () => model.requests.length === 1)
    await kill(first)
    await letLeaseRunOut(id)
    const second = await startApi()
    await expectOnePlan(learnerId, id)
    expect(model.requests).toHaveLength(2)
    await kill(second)
  })
})
