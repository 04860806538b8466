import type { Db } from '../../db/src/index.ts'

type Vote = { is: Set<boolean> }

/** Records writes that were acknowledged, and writes that may or may not be stored. */
export function createLedger() {
  /** Body by id. */
  const comments = new Map<string, string>()
  /** Idempotency keys of attempts; true once it was acknowledged. */
  const attempts = new Map<string, boolean>()
  /** By learner and problem: what the vote may be. One value when it is certain. */
  const votes = new Map<string, Vote>()
  /** By learner: what the intake may say; the last acknowledged text and those of unknown outcome since. */
  const intakes = new Map<string, Set<string>>()
  const generations = new Set<string>()
  return { comments, attempts, votes, intakes, generations }
}
export type Ledger = ReturnType<typeof createLedger>

/** Each acknowledged write that the database does not have, and each that it has twice. */
export async function compare({
  ledger,
  db,
}: {
  ledger: Ledger
  db: Db
}): Promise<{ lost: string[]; twice: string[] }> {
  const lost: string[] = []
  const twice: string[] = []
  const comments = await db.selectFrom('comments').select(['id', 'body']).execute()
  const bodies = new Map(comments.map(({ id, body }) => [id, body]))
  for (const [id, body] of ledger.comments) if (bodies.get(id) !== body) lost.push(`comment ${id}`)
  if (new Set(bodies.values()).size < bodies.size) twice.push('a comment stands twice')

  const attempts = await db.selectFrom('attempts').select('idempotency_key').execute()
  const keys = attempts.map(({ idempotency_key }) => idempotency_key)
  if (new Set(keys).size < keys.length) twice.push('an attempt stands twice')
  for (const [key, acknowledged] of ledger.attempts)
    if (acknowledged && !keys.includes(key)) lost.push(`attempt ${key}`)

  const upvotes = await db.selectFrom('upvotes').select(['learner_id', 'problem_id']).execute()
  const standing = new Set(upvotes.map(({ learner_id, problem_id }) => `${learner_id} ${problem_id}`))
  for (const [key, { is }] of ledger.votes) if (!is.has(standing.has(key))) lost.push(`upvote ${key}`)

  const intakes = await db.selectFrom('intake_profiles').select(['learner_id', 'constraints']).execute()
  const texts = new Map(intakes.map(({ learner_id, constraints }) => [learner_id, constraints]))
  for (const [learner, possible] of ledger.intakes)
    if (!possible.has(texts.get(learner) ?? '')) lost.push(`intake of ${learner}`)
  lost.push(...(await wrongCounts(db)))
  return { lost, twice }
}

/** Counts that are kept and not what is counted. */
async function wrongCounts(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('problem_stats as s')
    .select((eb) => [
      's.problem_id',
      's.upvotes',
      's.comments',
      eb
        .selectFrom('upvotes as u')
        .select(eb.fn.countAll<string>().as('n'))
        .whereRef('u.problem_id', '=', 's.problem_id')
        .as('counted_upvotes'),
      eb
        .selectFrom('comments as c')
        .select(eb.fn.countAll<string>().as('n'))
        .whereRef('c.problem_id', '=', 's.problem_id')
        .as('counted_comments'),
    ])
    .execute()
  return rows
    .filter(
      (row) => row.upvotes !== Number(row.counted_upvotes) || row.comments !== Number(row.counted_comments),
    )
    .map((row) => `counts of ${row.problem_id}`)
}

/** Generations that did not end, and those that ended more than once. */
export async function compareGenerations({
  ledger,
  db,
}: {
  ledger: Ledger
  db: Db
}): Promise<{ lost: string[]; twice: string[] }> {
  const lost: string[] = []
  const twice: string[] = []
  const rows = await db.selectFrom('generations').select(['id', 'state', 'plan_id']).execute()
  const plans = await db.selectFrom('plans').select('generation_id').execute()
  const events = await db
    .selectFrom('generation_events')
    .select(['generation_id', 'seq', 'type'])
    .orderBy('generation_id')
    .orderBy('seq')
    .execute()
  const states = new Map(rows.map((row) => [row.id, row]))
  for (const id of ledger.generations)
    if (states.get(id)?.state !== 'done')
      lost.push(`generation ${id} is ${states.get(id)?.state ?? 'not there'}`)
  for (const { id, state } of rows) {
    const own = events.filter((event) => event.generation_id === id)
    const ends = own.filter(({ type }) => type === 'done' || type === 'failed').length
    const made = plans.filter((plan) => plan.generation_id === id).length
    if (made > 1 || ends > 1) twice.push(`generation ${id} ended ${ends} times with ${made} plans`)
    if (own.some(({ seq }, index) => seq !== index + 1)) twice.push(`generation ${id} has gaps in its events`)
    if (state === 'done' && (made !== 1 || ends !== 1)) lost.push(`the plan of generation ${id}`)
  }
  return { lost, twice }
}
