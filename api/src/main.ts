import { setTimeout as delay } from 'node:timers/promises'
import {
  DataFolderLockedError,
  type Db,
  guardVectorBuilds,
  migrate,
  openDatabase,
  openPostgres,
} from '@codify/db'
import { loadSeeds } from '@codify/seeds'
import { serve } from '@hono/node-server'
import { sql } from 'kysely'
import pino, { type Logger } from 'pino'
import { createTokenVerifier } from './app/auth/token-verifier.ts'
import { createApp } from './app/create-app.ts'
import { createDependencies } from './app/create-dependencies.ts'
import { isDatabaseConflict } from './app/database-faults.ts'
import { currentTraceId, traceQuery } from './app/tracing.ts'
import { ConfigError, parseConfig } from './config/config.ts'
import { databaseUnreachable, listenProblem } from './config/start-problems.ts'
import { createGenerationsRepository } from './modules/generations/generations.repository.ts'
import { readModelSwitchFile } from './modules/model-guard/model-switch.ts'
import { createMailer } from './modules/reminders/mailer.ts'
import { startOperatorServer } from './operator/operator-server.ts'
import { systemClock } from './shared/clock.ts'

/** Together they keep a request below six seconds when the database does not answer. */
const CONNECT_MS = 2_000
const STATEMENT_MS = 3_500
const PREPARE_TRIES = 5

async function prepare({ db, logger }: { db: Db; logger: Logger }): Promise<void> {
  await migrate(db)
  const oldVector = await guardVectorBuilds(db)
  if (oldVector !== undefined)
    logger.warn(
      { pgvector: oldVector },
      'pgvector before 0.8.2 has a known overflow in parallel HNSW builds (CVE-2026-3172): they are kept to one worker; upgrade it',
    )
  await loadSeeds(db)
}

/** Others of this database may be at work meanwhile, and in the way: what was begun is rolled back then. */
async function prepareInTheEnd(options: { db: Db; logger: Logger }): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await prepare(options)
    } catch (error) {
      if (tries === PREPARE_TRIES || !isDatabaseConflict(error)) throw error
      options.logger.warn({ err: error, tries }, 'the database was busy while it was prepared; trying again')
    }
    await delay(500 * tries)
  }
}

/**
 * Whoever trickles a request holds a connection: headers within ten seconds, the largest body (an import) within a minute.
 * Idle connections are kept longer than callers keep them (a minute at most), so that none is closed under a request.
 */
const serverOptions = {
  keepAliveTimeout: 65_000,
  headersTimeout: 10_000,
  requestTimeout: 60_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 16 * 1024,
}
const CONNECTIONS_MAX = 10_000

async function start(): Promise<void> {
  const config = parseConfig(process.env)
  const tracing = config.traces
    ? (await import('./shared/start-tracing.ts')).startTracing({ service: 'codify-api' })
    : undefined
  const logger = pino({
    level: config.logLevel,
    base: { service: 'api' },
    ...(tracing && { mixin: () => ({ trace_id: currentTraceId() }) }),
  })
  if (config.databaseUrl !== undefined) {
    // Changes of the schema and the seeds may take their time; requests may not.
    const preparing = openPostgres({ databaseUrl: config.databaseUrl, poolSize: 2, statementTimeoutMs: 0 })
    try {
      await sql`select 1`.execute(preparing.db).catch((error: unknown) => {
        throw databaseUnreachable(error)
      })
      await prepareInTheEnd({ db: preparing.db, logger })
    } finally {
      await preparing.close()
    }
  }
  const database = await openDatabase({
    databaseUrl: config.databaseUrl,
    readUrl: config.databaseReadUrl,
    dataDir: config.dataDir,
    connectTimeoutMs: CONNECT_MS,
    statementTimeoutMs: STATEMENT_MS,
    onError: (err) => logger.warn({ err }, 'database connection lost'),
    ...(tracing && { onQuery: traceQuery }),
  })
  if (database.kind === 'embedded') {
    await prepare({ db: database.db, logger })
    // The embedded database has one process at a time: what is under way was its predecessor's.
    await createGenerationsRepository({ db: database.db }).releaseAll()
  }

  const clock = systemClock
  const { deps, stop } = createDependencies({
    database,
    clock,
    logger,
    verifyToken: createTokenVerifier({ auth: config.auth, clock }),
    model: config.model,
    limits: config.limits,
    moderators: config.moderators,
    trustedProxies: config.trustedProxies,
    isHttps: config.isHttps,
    traced: config.traces,
    metricsToken: config.metricsToken,
    webUrl: config.webUrl,
    mailer: config.mail && createMailer(config.mail),
    readModelSwitch: database.kind === 'embedded' ? () => readModelSwitchFile(config.dataDir) : undefined,
  })
  const operator =
    database.kind === 'embedded'
      ? await startOperatorServer({ db: database.db, dataDir: config.dataDir, logger })
      : undefined
  const server = serve(
    { fetch: createApp(deps).fetch, port: config.port, hostname: config.host, serverOptions },
    () => logger.info({ host: config.host, port: config.port, database: database.kind }, 'listening'),
  )
  if ('maxConnections' in server) server.maxConnections = CONNECTIONS_MAX
  server.on('error', (error) => fail(listenProblem(error)))

  let stopping = false
  async function shutDown(): Promise<void> {
    if (stopping) return
    stopping = true
    // No new requests; those under way may end, streams are cut after a few seconds.
    const closed = new Promise((resolve) => server.close(resolve))
    if ('closeIdleConnections' in server) server.closeIdleConnections()
    const cut = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), 3_000)
    await Promise.all([closed, stop(), operator?.stop()])
    clearTimeout(cut)
    await database.close()
    await tracing?.stop()
    process.exit(0)
  }
  process.on('SIGTERM', shutDown)
  process.on('SIGINT', shutDown)
}

/** One line for what an operator can mend; the stack only for what is ours. */
function fail(error: unknown): never {
  const expected = error instanceof ConfigError || error instanceof DataFolderLockedError || hasCode(error)
  console.error(expected ? `codify api: ${error.message}` : error)
  process.exit(1)
}

function hasCode(error: unknown): error is Error & { code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
}

await start().catch(fail)
