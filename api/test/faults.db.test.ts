import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, describe, expect, inject, test } from 'vitest'
import { startModel } from '../../scripts/bench/api/processes.ts'
import { bearer } from '../../scripts/bench/api/tokens.ts'
import { startBalancer } from '../../scripts/faults/balancer.ts'
import { databaseFaults } from '../../scripts/faults/database-faults.ts'
import { createReplica } from '../../scripts/faults/replica.ts'
import { runStorm } from '../../scripts/faults/storm.ts'
import { createStormDatabase } from '../../scripts/faults/storm-database.ts'
import { startTcpProxy } from '../../scripts/faults/tcp-proxy.ts'
import { generatePrivateJwk } from '../../scripts/serve/jwk.ts'

const template = inject('template')
const BRIEF = ['connections cut twice a second', 'read-only']

// A short part of `npm run test:faults`: real processes, a load, and everything that was acknowledged compared.
describe.runIf(template.kind === 'postgres')('under load', () => {
  const signer = generatePrivateJwk()
  const identify = (learner: string) => bearer({ learner, signer })
  const running: (() => Promise<void>)[] = []
  afterAll(async () => {
    for (const stop of running.splice(0)) await stop()
  })

  async function begin() {
    const storm = await createStormDatabase(template.kind === 'postgres' ? template.serverUrl : '')
    running.unshift(storm.drop)
    const model = await startModel(100)
    running.unshift(async () => model[Symbol.asyncDispose]())
    return { storm, modelUrl: model.url }
  }

  test('faults of the database are clear failures, and nothing acknowledged is lost', async () => {
    const { storm, modelUrl } = await begin()
    const proxy = await startTcpProxy(storm.server)
    running.unshift(proxy.stop)
    const api = await createReplica({
      env: { DATABASE_URL: storm.urlThrough(proxy.port) },
      signer,
      modelUrl,
    })
    running.unshift(api.stop)
    await api.start()
    const faults = databaseFaults({ storm, proxy, seconds: 1 }).filter(({ name }) => BRIEF.includes(name))
    expect(faults.length).toBeGreaterThanOrEqual(2)
    expect(
      await runStorm({ url: api.url, db: storm.db, identify, faults, learners: 3, print: () => {} }),
    ).toEqual([])
  }, 90_000)

  test('a replica that is killed is made up for by the others, streams too', async () => {
    const { storm, modelUrl } = await begin()
    const replicas = await Promise.all(
      [1, 2].map(() => createReplica({ env: { DATABASE_URL: storm.url }, signer, modelUrl })),
    )
    for (const replica of replicas) running.unshift(replica.stop)
    const balancer = await startBalancer(replicas.map(({ url }) => url))
    running.unshift(balancer.stop)
    await Promise.all(replicas.map((replica) => replica.start()))
    const run = async () => {
      for (const replica of replicas) {
        await replica.kill()
        await replica.start()
        await delay(500)
      }
    }
    const faults = [{ name: 'kills', run }]
    const options = { url: balancer.url, db: storm.db, identify, faults, learners: 3, print: () => {} }
    expect(await runStorm(options)).toEqual([])
  }, 90_000)
})
