import { DataFolderLockedError, openDatabase } from '@codify/db'
import pino from 'pino'
import { createTokenVerifier } from './app/auth/token-verifier.ts'
import { createApp } from './app/create-app.ts'
import { createDependencies } from './app/create-dependencies.ts'
import { CONNECTIONS_OF_ONE_ADDRESS, listen } from './app/listen.ts'
import { prepareDatabase, prepareServer } from './app/prepare-database.ts'
import { securityHeaders } from './app/security-headers.ts'
import { createStartingApp } from './app/starting-app.ts'
import { currentTraceId, traceQuery } from './app/tracing.ts'
import { ConfigError, parseConfig } from './config/config.ts'
import { listenProblem } from './config/start-problems.ts'
import { createGenerationsRepository } from './modules/generations/generations.repository.ts'
import { readModelSwitchFile } from './modules/model-guard/model-switch.ts'
import { createMailer } from './modules/reminders/mailer.ts'
import { startOperatorServer } from './operator/operator-server.ts'
import { systemClock } from './shared/clock.ts'
import { createConnectionLimit } from './shared/connection-limit.ts'

/** Together they keep a request below six seconds when the database does not answer. */
const CONNECT_MS = 2_000
const STATEMENT_MS = 3_500

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
  const connections = createConnectionLimit({
    // Behind a proxy all connections are the proxy's.
    perAddress: config.trustedProxies > 0 ? undefined : CONNECTIONS_OF_ONE_ADDRESS,
  })
  const headers = await securityHeaders(config)
  let waitsFor = 'The database is being prepared'
  let app = createStartingApp({ reason: () => waitsFor })
  const server = listen({ app: () => app, port: config.port, host: config.host, headers, connections })
  server.once('error', (error) => fail(listenProblem(error)))

  let running: { stop: () => Promise<unknown>; close: () => Promise<void> } | undefined
  let stopping = false
  async function shutDown(): Promise<void> {
    if (stopping) return
    stopping = true
    // No new requests; those under way may end, streams are cut after a few seconds.
    const closed = new Promise((resolve) => server.close(resolve))
    server.closeIdleConnections()
    const cut = setTimeout(() => server.closeAllConnections(), 3_000)
    await Promise.all([closed, running?.stop()])
    clearTimeout(cut)
    await running?.close()
    await tracing?.stop()
    process.exit(0)
  }
  process.on('SIGTERM', shutDown)
  process.on('SIGINT', shutDown)

  if (config.databaseUrl !== undefined)
    await prepareServer({
      databaseUrl: config.databaseUrl,
      logger,
      onWait: (reason) => {
        waitsFor = reason
      },
    })
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
    await prepareDatabase({ db: database.db, logger })
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
    connections,
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
  running = { stop: () => Promise.all([stop(), operator?.stop()]), close: database.close }
  app = createApp(deps)
  logger.info({ host: config.host, port: config.port, database: database.kind }, 'listening')
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
