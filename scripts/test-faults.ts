// Brings faults while a mixed load runs, and holds the database against what was acknowledged: `npm run test:faults`.
// Needs PostgreSQL at FAULTS_DATABASE_URL (else TEST_DATABASE_URL); makes and drops a database of its own there. With
// the shell commands FAULTS_STOP, FAULTS_KILL and FAULTS_START it stops and kills that server too.
import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { startFakeMailServer } from '../web/test/fake-mail-server.ts'
import { sessionOf } from '../web/test/session-cookie.ts'
import { startModel } from './bench/api/processes.ts'
import { bearer, ISSUER } from './bench/api/tokens.ts'
import { startBalancer } from './faults/balancer.ts'
import type { Restartable } from './faults/child.ts'
import { databaseFaults, type Fault, serverFaults } from './faults/database-faults.ts'
import { mountSmallDisk, throughFullDisk } from './faults/full-disk.ts'
import { throughMailFaults } from './faults/mail.ts'
import { createPages } from './faults/pages.ts'
import { createReplica } from './faults/replica.ts'
import { runStorm } from './faults/storm.ts'
import { createStormDatabase, type StormDatabase } from './faults/storm-database.ts'
import { head } from './faults/tally.ts'
import { startTcpProxy } from './faults/tcp-proxy.ts'
import { generatePrivateJwk } from './serve/jwk.ts'

const FAULT_SECONDS = 6
const KILLS = 10
const KILL_EVERY_MS = 3_000
const MODEL_MS = 300

const serverUrl = process.env.FAULTS_DATABASE_URL || process.env.TEST_DATABASE_URL
if (!serverUrl) {
  console.error(
    'Set FAULTS_DATABASE_URL to a PostgreSQL server (with pgvector) where a database may be made.',
  )
  process.exit(1)
}
const parts = new Map([
  ['database', throughFaults],
  ['replicas', throughKills],
  ['pages', throughPages],
  ['mail', throughMail],
  ['disk', throughDisk],
])
const chosen = process.argv.slice(2)
const unknown = chosen.find((part) => !parts.has(part))
if (unknown !== undefined) {
  console.error(`There is no part "${unknown}"; there is: ${[...parts.keys()].join(', ')}.`)
  process.exit(1)
}
const signer = generatePrivateJwk()
const byToken = (learner: string) => bearer({ learner, signer })
/** Stops of running parts, newest first. */
const running: (() => Promise<void>)[] = []
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => void stopAll().finally(() => process.exit(1)))
try {
  const storm = await createStormDatabase(serverUrl)
  running.unshift(storm.drop)
  const violations: string[] = []
  for (const [part, run] of parts)
    if (chosen.length === 0 || chosen.includes(part)) violations.push(...(await run(storm)))
  console.log(
    violations.length === 0 ? '\nEverything held.' : `\n${violations.length} times it did not hold.`,
  )
  process.exitCode = violations.length === 0 ? 0 : 1
} finally {
  await stopAll()
}

async function stopAll(): Promise<void> {
  for (const stop of running.splice(0)) await stop()
}

async function throughFaults(storm: StormDatabase): Promise<string[]> {
  console.log('One API, and what can happen to its database, its model and itself')
  const proxy = await startTcpProxy(storm.server)
  running.unshift(proxy.stop)
  const model = await startModel(MODEL_MS)
  running.unshift(async () => model[Symbol.asyncDispose]())
  const api = await createReplica({
    env: { DATABASE_URL: storm.urlThrough(proxy.port) },
    signer,
    modelUrl: model.url,
  })
  running.unshift(api.stop)
  await api.start()
  if (!storm.isLimited)
    console.log(
      '(The role may not make roles: ended sessions, connection limits and read-only are left out.)',
    )
  const server = serverFaults(process.env)
  if (server.length === 0)
    console.log('(FAULTS_START is not set: the server itself is neither stopped nor killed.)')
  console.log(head)
  const faults: Fault[] = [
    ...databaseFaults({ storm, proxy, seconds: FAULT_SECONDS }),
    ...server,
    { name: 'the API killed and started again', mayBreak: true, run: () => api.kill().then(api.start) },
    {
      name: 'the model gone',
      run: async () => {
        await model[Symbol.asyncDispose]()
        await delay(FAULT_SECONDS * 1000)
      },
    },
  ]
  const violations = await runStorm({ url: api.url, db: storm.db, identify: byToken, faults })
  await api.stop()
  return violations
}

async function throughKills(storm: StormDatabase): Promise<string[]> {
  console.log(`\nThree APIs behind a balancer, one killed every ${KILL_EVERY_MS / 1000} seconds`)
  const model = await startModel(MODEL_MS)
  running.unshift(async () => model[Symbol.asyncDispose]())
  const replicas: Restartable[] = []
  for (const _ of [1, 2, 3])
    replicas.push(await createReplica({ env: { DATABASE_URL: storm.url }, signer, modelUrl: model.url }))
  for (const replica of replicas) running.unshift(replica.stop)
  const balancer = await startBalancer(replicas.map(({ url }) => url))
  running.unshift(balancer.stop)
  await Promise.all(replicas.map((replica) => replica.start()))
  console.log(head)
  const faults = [{ name: `${KILLS} kills`, run: () => killInTurn(replicas) }]
  return runStorm({ url: balancer.url, db: storm.db, identify: byToken, faults })
}

/** One after the other, and none while another is still coming back. */
async function killInTurn(replicas: Restartable[]): Promise<void> {
  for (let kill = 0; kill < KILLS; kill++) {
    const replica = replicas[kill % replicas.length]
    await replica?.kill()
    await Promise.all([delay(KILL_EVERY_MS), replica?.start()])
  }
}

async function throughPages(storm: StormDatabase): Promise<string[]> {
  console.log('\nThe pages before one API, killed in the middle of requests and started again')
  const { api, pages, secret } = await startBoth({ DATABASE_URL: storm.url })
  console.log(head)
  const kill = async () => {
    for (let times = 0; times < 3; times++) {
      await pages.kill()
      await pages.start()
      await delay(1_000)
    }
  }
  const violations = await runStorm({
    url: `${pages.url}/api`,
    readyUrl: `${api.url}/readyz`,
    db: storm.db,
    identify: async (learner) => ({ origin: ISSUER, cookie: await sessionOf({ learner, secret }) }),
    faults: [{ name: 'the pages killed three times', mayBreak: true, run: kill }],
  })
  await Promise.all([pages.stop(), api.stop()])
  return violations
}

async function throughMail(storm: StormDatabase): Promise<string[]> {
  console.log('\nThe mail server, while somebody signs in and while a daily mail is due')
  const mail = await startFakeMailServer()
  running.unshift(mail.stop)
  const way = await startTcpProxy({ host: '127.0.0.1', port: Number(new URL(mail.url).port) })
  running.unshift(way.stop)
  const env = { DATABASE_URL: storm.url, SMTP_URL: `smtp://127.0.0.1:${way.port}` }
  const { api, pages } = await startBoth(env)
  const setting = { webUrl: pages.url, apiUrl: api.url, signer, db: storm.db, mail, way }
  const violations = await throughMailFaults(setting)
  for (const line of violations) console.log(`  ! ${line}`)
  await Promise.all([pages.stop(), api.stop()])
  return violations
}

/** An API, and the pages before it; `env` is for both, except that `web` never sees the database. */
async function startBoth({ DATABASE_URL, ...env }: { DATABASE_URL: string; SMTP_URL?: string }) {
  const model = await startModel(MODEL_MS)
  running.unshift(async () => model[Symbol.asyncDispose]())
  const api = await createReplica({ env: { DATABASE_URL, ...env }, signer, modelUrl: model.url })
  const secret = randomUUID()
  const pages = await createPages({ apiUrl: api.url, signer, secret, env })
  running.unshift(api.stop, pages.stop)
  await Promise.all([api.start(), pages.start()])
  return { api, pages, secret }
}

async function throughDisk(): Promise<string[]> {
  console.log('\nThe disk of an embedded database')
  const disk = await mountSmallDisk()
  if (!disk) {
    console.log('SKIPPED: no small disk can be mounted here (it takes root on Linux).')
    return []
  }
  running.unshift(disk.unmount)
  const model = await startModel(MODEL_MS)
  running.unshift(async () => model[Symbol.asyncDispose]())
  console.log(head)
  const violations = await throughFullDisk({ folder: disk.folder, signer, modelUrl: model.url })
  for (const line of violations) console.log(`  ! ${line}`)
  return violations
}
