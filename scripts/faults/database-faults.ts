import { exec } from 'node:child_process'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import type { StormDatabase } from './storm-database.ts'
import type { TcpProxy } from './tcp-proxy.ts'

/** `run` brings the fault and takes it away again; `planners` are new learners, who start a plan each when told to. */
export type Fault = {
  name: string
  run: (load: { planners: (count: number) => Promise<() => Promise<void>> }) => Promise<void>
  mayBreak?: boolean
}

const run = promisify(exec)

/** Faults of databases and of the way there, made by a proxy and by SQL. */
export function databaseFaults({
  storm,
  proxy,
  seconds,
}: {
  storm: StormDatabase
  proxy: TcpProxy
  seconds: number
}): Fault[] {
  const { db } = storm
  const name = sql.id(storm.name)
  const last = () => delay(seconds * 1000)
  const endSessions = () =>
    sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = ${storm.name} and usename = ${storm.name}`.execute(db)
  const repeatedly = async (act: () => unknown) => {
    for (let times = 0; times < seconds * 2; times++) {
      await act()
      await delay(500)
    }
  }
  const faults: Fault[] = [
    { name: 'nothing', run: last },
    { name: 'connections cut twice a second', run: () => repeatedly(proxy.cut) },
    {
      name: 'server away (connections refused)',
      run: async () => {
        proxy.set('refuse')
        await last()
        proxy.set('pass')
      },
    },
    {
      name: 'network dead (nothing comes through)',
      run: async () => {
        proxy.set('stall')
        await last()
        proxy.set('pass')
      },
    },
    {
      name: 'slow (0.2 s each way)',
      run: async () => {
        proxy.set({ slowMs: 200 })
        await last()
        proxy.set('pass')
      },
    },
    {
      name: 'sixty plans at once (25 ms each way)',
      run: async ({ planners }) => {
        const startPlans = await planners(60)
        proxy.set({ slowMs: 25 })
        await startPlans()
        await last()
        proxy.set('pass')
      },
    },
    {
      name: 'tables locked by somebody else',
      run: () =>
        db.transaction().execute(async (tx) => {
          await sql`lock table comments, attempts, upvotes, problem_stats, intake_profiles, generations
            in access exclusive mode`.execute(tx)
          await last()
        }),
    },
  ]
  if (storm.isLimited)
    faults.push(
      { name: 'sessions ended twice a second', run: () => repeatedly(endSessions) },
      {
        name: 'out of connections',
        run: async () => {
          await sql`alter database ${name} connection limit 0`.execute(db)
          await endSessions()
          await last()
          await sql`alter database ${name} connection limit -1`.execute(db)
        },
      },
      {
        name: 'read-only',
        run: async () => {
          await sql`alter database ${name} set default_transaction_read_only = on`.execute(db)
          await endSessions()
          await last()
          // A connection made meanwhile is read-only itself.
          await db
            .transaction()
            .setAccessMode('read write')
            .execute((tx) => sql`alter database ${name} reset default_transaction_read_only`.execute(tx))
        },
      },
    )
  return faults
}

/** Faults that only an operator's commands can cause on a server. */
export function serverFaults(env: Record<string, string | undefined>): Fault[] {
  const { FAULTS_STOP: stop, FAULTS_KILL: kill, FAULTS_START: start } = env
  if (!start) return []
  const outage = (name: string, command: string): Fault => ({
    name,
    run: async () => {
      await run(command)
      await delay(2_000)
      await run(start)
    },
  })
  return [
    ...(stop ? [outage('PostgreSQL restarted', stop)] : []),
    ...(kill ? [outage('PostgreSQL killed', kill)] : []),
  ]
}
