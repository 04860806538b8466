import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import {
  askTheIndex,
  createRetrievalRepository,
} from '../../api/src/modules/retrieval/retrieval.repository.ts'
import type { Db } from '../../db/src/index.ts'
import { benchServerUrl, createBenchDatabase } from './api/bench-database.ts'
import { learnerId } from './api/tokens.ts'
import { quantile, table } from './tables.ts'
import { buildIndex, fillProfiles, updateFifth } from './vectors/profiles.ts'

const { values: flags } = parseArgs({
  strict: false,
  options: { full: { type: 'boolean', default: false }, sizes: { type: 'string' } },
})
const EXACT_QUESTIONS = 100
const QUESTIONS = 200

/** The nearest profiles by index: how many of the right ones, how fast, and whether enough of them under a filter. */
export async function benchVectors(): Promise<void> {
  const sizes = flags.sizes
    ? String(flags.sizes).split(',').map(Number)
    : [10_000, 100_000, ...(flags.full ? [1_000_000] : [])]
  const bench = await createBenchDatabase(benchServerUrl())
  const rows: (string | number)[][] = []
  try {
    for (const size of sizes) {
      const { db } = bench.database
      await fillProfiles(db, size)
      const built = await buildIndex(db, size)
      rows.push([`${size}`, ...(await measure(db, size)), `${built.toFixed(0)} s`])
      console.log(render(rows))
      const updated = await updateFifth(db, size)
      rows.push([`${size}, a fifth updated`, ...(await measure(db, size)), `${updated.toFixed(0)} s`])
      console.log(render(rows))
    }
  } finally {
    await bench.drop()
  }
}

function render(rows: (string | number)[][]): string {
  const head = ['profiles', 'recall@5, ef 100', 'recall@5, as Codify asks', 'p50 ms', 'p99 ms']
  return table([...head, 'five under a filter', 'by the index', 'index MB', 'built, updated in'], rows)
}

async function measure(db: Db, size: number): Promise<(string | number)[]> {
  const retrieval = createRetrievalRepository({ db })
  const asked = Array.from({ length: QUESTIONS }, (_, n) => learnerId(1 + ((n * 7_919 + 107) % size)))
  const right = await exactFives(db, asked.slice(0, EXACT_QUESTIONS))
  const recalls = []
  for (const among of [100, undefined]) {
    let found = 0
    for (const [learner, five] of right) {
      const given = await nearestFive(db, learner, among)
      found += five.filter((one) => given.includes(one)).length
    }
    recalls.push((found / (5 * right.size)).toFixed(3))
  }
  const times: number[] = []
  for (const learner of asked) {
    const begun = performance.now()
    await retrieval.nearestLearners({ learnerId: learner })
    times.push(performance.now() - begun)
  }
  // Learners 1 to 6 have a model of their own, each hundredth one that few have.
  const filtered = [1, 2, 3, 4, 5, 6, ...Array.from({ length: 50 }, (_, n) => 100 * (1 + n))]
  let full = 0
  for (const n of filtered)
    if ((await retrieval.nearestLearners({ learnerId: learnerId(n) })).length >= 5) full += 1
  const { rows } = await sql<{ bytes: string }>`
    select pg_relation_size('intake_profiles_embedding') as bytes`.execute(db)
  return [
    ...recalls,
    quantile(times, 0.5).toFixed(1),
    quantile(times, 0.99).toFixed(1),
    `${full} of ${filtered.length}`,
    (await usesIndex(db, asked[0] ?? '')) ? 'yes' : 'NO',
    Math.round(Number(rows[0]?.bytes) / 1024 / 1024),
  ]
}

/** The five nearest of the same model by the index, among as many as Codify would unless told. */
async function nearestFive(db: Db, learner: string, among?: number): Promise<string[]> {
  return db.transaction().execute(async (tx) => {
    await sql`set local statement_timeout = 0`.execute(tx)
    await askTheIndex(tx, among)
    const { rows } = await nearestStatement(learner).execute(tx)
    return rows.map(({ learner_id }) => learner_id)
  })
}

/**
 * The five nearest by full vectors, for all who ask in one pass over the table. The five that the index finds say how far
 * the fifth can be at most, so that only what is as near is sorted; the casts unpack each vector once and not at each comparison.
 */
async function exactFives(db: Db, learners: readonly string[]): Promise<Map<string, string[]>> {
  const bounds: { learner: string; bound: number }[] = []
  for (const learner of learners) {
    const five = await nearestFive(db, learner)
    if (five.length < 5)
      throw new Error(`Only ${five.length} profiles are near one who asks: fill in more of them.`)
    const { rows } = await sql<{ bound: number }>`
      select max(p.embedding <=> q.embedding) as bound from intake_profiles p, intake_profiles q
      where q.learner_id = ${learner} and p.learner_id = any(${five}::uuid[])`.execute(db)
    bounds.push({ learner, bound: rows[0]?.bound ?? 0 })
  }
  const near = await db.transaction().execute(async (tx) => {
    await sql`set local statement_timeout = 0`.execute(tx)
    const { rows } = await sql<{ asks: string; learner_id: string }>`
      with asked as materialized (
        select learner_id, embedding_model, embedding::real[]::vector as v, bound
        from intake_profiles join jsonb_to_recordset(${JSON.stringify(bounds)}::jsonb) as b(learner uuid, bound float8)
          on learner = learner_id
      )
      select asked.learner_id as asks, p.learner_id
      from (select learner_id, embedding_model, embedding::real[]::vector as v from intake_profiles offset 0) p
      join asked using (embedding_model)
      where p.learner_id <> asked.learner_id and (p.v <=> asked.v) <= asked.bound
      order by p.v <=> asked.v`.execute(tx)
    return rows
  })
  return new Map(
    learners.map((learner) => [
      learner,
      near.flatMap((row) => (row.asks === learner ? [row.learner_id] : [])).slice(0, 5),
    ]),
  )
}

function nearestStatement(learner: string) {
  const own = sql`from intake_profiles where learner_id = ${learner}`
  return sql<{ learner_id: string }>`
    select learner_id from intake_profiles
    where learner_id <> ${learner} and embedding_model = (select embedding_model ${own})
    order by embedding::halfvec(1536) <=> (select embedding::halfvec(1536) ${own}) limit 5`
}

async function usesIndex(db: Db, learner: string): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    await askTheIndex(tx)
    const { rows } = await sql<Record<string, string>>`
      explain ${nearestStatement(learner)}`.execute(tx)
    return JSON.stringify(rows).includes('intake_profiles_embedding')
  })
}
