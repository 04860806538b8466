import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { upvoteSchema } from '../../api/src/contract.ts'
import type { Db } from '../../db/src/index.ts'
import { createCaller, type Identify } from './caller.ts'
import type { Fault } from './database-faults.ts'
import { compare, compareGenerations, createLedger } from './ledger.ts'
import { saveIntake, startLoad, startPlan } from './load.ts'
import { createTally, formatRow, type Row, violationsOf } from './tally.ts'

const RECOVERS_WITHIN_MS = 30_000
const ENDS_WITHIN_MS = 90_000
/** A connection that the watch kept may have gone with the server. */
const LOOKS = 20
const SHOWN = 20

/**
 * Runs a mixed load at `url` (where the API's `/v1` is found), brings each fault in turn and holds the database against what was acknowledged.
 *
 * @returns what was not as promised
 */
export async function runStorm(options: {
  url: string
  db: Db
  identify: Identify
  faults: Fault[]
  /** Says `ready`; absent, that of `url`. */
  readyUrl?: string
  learners?: number
  print?: (line: string) => void
}): Promise<string[]> {
  const { url, db, identify, faults, print = console.log, readyUrl = `${url}/readyz` } = options
  const violations: string[] = []
  const ledger = createLedger()
  let tally = createTally()
  let mayBreak = false
  const common = { url, identify, ledger, tally: () => tally, mayBreak: () => mayBreak }
  const learners = Array.from({ length: options.learners ?? 6 }, () => randomUUID())
  const problems = await db.selectFrom('problems').select(['id', 'slug']).execute()
  const problemIds = new Map(problems.map(({ id, slug }) => [slug, id]))
  for (const learner of learners) await saveIntake({ caller: createCaller({ ...common, learner }), ledger })

  async function planners(count: number): Promise<() => Promise<void>> {
    const callers = Array.from({ length: count }, () => createCaller({ ...common, learner: randomUUID() }))
    for (const caller of callers) await saveIntake({ caller, ledger })
    return async () => {
      await Promise.all(callers.map((caller) => startPlan({ caller, ledger })))
    }
  }

  for (const fault of faults) {
    tally = createTally()
    mayBreak = fault.mayBreak === true
    const load = await startLoad({ ...common, learners, problemIds })
    await delay(500)
    await fault.run({ planners })
    const recoverySeconds = await secondsToRecover({ url, readyUrl, identify })
    await delay(500)
    await load.stop()
    const { lost, twice } = await patiently(() => compare({ ledger, db }))
    const row: Row = { fault: fault.name, tally, lost, twice, recoverySeconds }
    if (!Number.isFinite(recoverySeconds)) tally.wrong.push('it did not recover')
    print(formatRow(row))
    violations.push(...violationsOf(row))
  }

  // Background work ends by itself, whatever happened to the processes that began it.
  const deadline = Date.now() + ENDS_WITHIN_MS
  let jobs = await compareGenerations({ ledger, db })
  while (jobs.lost.length > 0 && Date.now() < deadline) {
    await delay(500)
    jobs = await compareGenerations({ ledger, db })
  }
  violations.push(...jobs.lost, ...jobs.twice)
  const acknowledged = [...ledger.attempts.values()].filter(Boolean).length
  print(
    `${ledger.generations.size} generations: ${jobs.lost.length} not done, ${jobs.twice.length} run twice. Compared: ${ledger.comments.size} comments, ${acknowledged} attempts, ${ledger.votes.size} votes, ${ledger.intakes.size} intakes.`,
  )
  for (const line of violations.slice(0, SHOWN)) print(`  ! ${line}`)
  return violations
}

/** From the end of a fault until a read and a write work, and the process says that it is ready. */
async function secondsToRecover({
  url,
  readyUrl,
  identify,
}: {
  url: string
  readyUrl: string
  identify: Identify
}): Promise<number> {
  const begun = performance.now()
  const caller = createCaller({
    url,
    identify,
    learner: randomUUID(),
    tally: createTally,
    mayBreak: () => true,
  })
  const path = '/v1/problems/3sum/upvote'
  while (performance.now() - begun < RECOVERS_WITHIN_MS) {
    const isReady = await fetch(readyUrl).then(
      async (response) => /"ready"/.test(await response.text()),
      () => false,
    )
    if (isReady && (await caller.call({ method: 'PUT', path, schema: upvoteSchema })).kind === 'done') {
      const seconds = (performance.now() - begun) / 1000
      await caller.call({ method: 'DELETE', path, schema: upvoteSchema })
      return seconds
    }
    await delay(50)
  }
  return Number.POSITIVE_INFINITY
}

async function patiently<Value>(look: () => Promise<Value>): Promise<Value> {
  for (let tries = 1; ; tries++) {
    try {
      return await look()
    } catch (error) {
      if (tries === LOOKS) throw error
      await delay(250)
    }
  }
}
