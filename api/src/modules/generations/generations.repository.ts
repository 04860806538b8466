import { randomUUID } from 'node:crypto'
import type { Db, Tables } from '@codify/db'
import { sql, type UpdateObject } from 'kysely'
import { storableJson } from '../../shared/unstorable.ts'
import type { Answer } from '../intake/intake.schemas.ts'
import { insertPlan } from '../plans/plans.repository.ts'
import type { PlanJson } from '../plans/plans.schemas.ts'
import type { Generation, GenerationEvent } from './generations.schemas.ts'

export type GenerationsRepository = ReturnType<typeof createGenerationsRepository>

/** One taken-up generation; `claim` fences off a worker that lost its lease. */
export type Claim = {
  id: string
  claim: number
  /** How many of those claims came to nothing through no fault of the generation. */
  deferrals: number
  learner_id: string
  accept: boolean
  request_id: string
  model_answer: unknown
}

export type EventRow = { seq: number; type: GenerationEvent['type']; data: unknown }

/** Someone else has taken the generation up: this worker must stop writing. */
export class LeaseLostError extends Error {
  override name = 'LeaseLostError'
}

const columns = ['id', 'state', 'plan_id', 'created_at', 'error_code'] as const

export function createGenerationsRepository({ db }: { db: Db }) {
  return {
    /**
     * Queues a generation and appends its answers to the intake, in one transaction; undefined when the learner has
     * one under way or the key was used (the unique indexes decide).
     */
    async create({
      learnerId,
      answers,
      accept,
      idempotencyKey,
      requestHash,
      requestId,
    }: {
      learnerId: string
      answers: Answer[]
      accept: boolean
      idempotencyKey: string | null
      requestHash: string
      requestId: string
    }): Promise<Generation | undefined> {
      return db.transaction().execute(async (tx) => {
        const row = await tx
          .insertInto('generations')
          .values({
            learner_id: learnerId,
            accept,
            idempotency_key: idempotencyKey,
            request_hash: requestHash,
            request_id: requestId,
          })
          .onConflict((on) => on.doNothing())
          .returning(columns)
          .executeTakeFirst()
        if (row && answers.length) {
          await tx
            .updateTable('intake_profiles')
            .set({
              regeneration_answers: sql`regeneration_answers || ${JSON.stringify(answers)}::jsonb`,
              // It no longer says what the learner said; the generation embeds it again.
              embedding: null,
              embedding_model: null,
              updated_at: sql<Date>`now()`,
            })
            .where('learner_id', '=', learnerId)
            .execute()
        }
        return row && toGeneration(row)
      })
    },

    async findByKey({ learnerId, idempotencyKey }: { learnerId: string; idempotencyKey: string }) {
      const row = await db
        .selectFrom('generations')
        .select([...columns, 'request_hash'])
        .where('learner_id', '=', learnerId)
        .where('idempotency_key', '=', idempotencyKey)
        .executeTakeFirst()
      return row && { generation: toGeneration(row), requestHash: row.request_hash }
    },

    async findActive({ learnerId }: { learnerId: string }): Promise<Generation | undefined> {
      const row = await db
        .selectFrom('generations')
        .select(columns)
        .where('learner_id', '=', learnerId)
        .where('state', 'in', ['queued', 'running'])
        .executeTakeFirst()
      return row && toGeneration(row)
    },

    async find({ learnerId, id }: { learnerId: string; id: string }): Promise<Generation | undefined> {
      const row = await db
        .selectFrom('generations')
        .select(columns)
        .where('learner_id', '=', learnerId)
        .where('id', '=', id)
        .executeTakeFirst()
      return row && toGeneration(row)
    },

    /** Moments of the learner's newest `limit` generations within 24 hours, newest first. */
    async recentStarts({ learnerId, limit }: { learnerId: string; limit: number }): Promise<Date[]> {
      const rows = await db
        .selectFrom('generations')
        .select('created_at')
        .where('learner_id', '=', learnerId)
        .where('created_at', '>', sql<Date>`now() - interval '24 hours'`)
        .orderBy('created_at', 'desc')
        .limit(limit)
        .execute()
      return rows.map((row) => row.created_at)
    },

    /**
     * Takes up at most `limit` generations that wait or whose worker stopped renewing its lease. One that `worker` had
     * taken up itself is proof that it did not end its worker: an answer or a renewal was lost on the way.
     */
    async claim({
      limit,
      leaseSeconds,
      worker,
    }: {
      limit: number
      leaseSeconds: number
      worker: string
    }): Promise<Claim[]> {
      const { rows } = await sql<Claim>`
        update generations set state = 'running', claim = claim + 1, worker = ${worker}::uuid,
          deferrals = deferrals + (state = 'running' and coalesce(worker = ${worker}::uuid, false))::int,
          lease_until = ${leaseEnd(leaseSeconds)}
        where id in (
          select id from generations
          where state in ('queued', 'running') and (lease_until is null or lease_until < now())
          order by created_at limit ${limit} for update skip locked
        )
        returning id, claim, deferrals, learner_id, accept, request_id, model_answer`.execute(db)
      return rows
    },

    /** Frees every generation under way: for the start of the only process, whose predecessor is gone. */
    async releaseAll(): Promise<void> {
      await db.updateTable('generations').set({ lease_until: null }).where('state', '=', 'running').execute()
    },

    /** Renews the leases of all `claims` that are still the newest, and answers the ids of those. */
    async renewLeases({
      claims,
      leaseSeconds,
    }: {
      claims: Claim[]
      leaseSeconds: number
    }): Promise<Set<string>> {
      const { rows } = await sql<{ id: string }>`
        update generations g set lease_until = ${leaseEnd(leaseSeconds)}
        from unnest(${claims.map(({ id }) => id)}::uuid[], ${claims.map(({ claim }) => claim)}::int[])
          as held (id, claim)
        where g.id = held.id and g.claim = held.claim and g.state = 'running'
        returning g.id`.execute(db)
      return new Set(rows.map(({ id }) => id))
    },

    /**
     * Puts a generation that did not come to its end back into the queue, for `seconds` at least. `isInnocent`: the
     * claim does not count towards those after which it is given up, whoever has taken it up meanwhile.
     */
    async putBack({
      claim,
      seconds,
      isInnocent,
    }: {
      claim: Claim
      seconds: number
      isInnocent: boolean
    }): Promise<void> {
      await sql`
        update generations set deferrals = deferrals + ${isInnocent ? 1 : 0}::int,
          state = case when claim = ${claim.claim}::int then 'queued' else state end,
          lease_until = case when claim = ${claim.claim}::int then ${leaseEnd(seconds)} else lease_until end
        where id = ${claim.id} and state in ('queued', 'running')`.execute(db)
    },

    async saveModelAnswer({ claim, answer }: { claim: Claim; answer: unknown }): Promise<void> {
      await fenced(db, claim, { model_answer: storableJson(answer) })
    },

    /** Appends events in order, all or none; none when another worker has taken the generation up. */
    async appendEvents({ claim, events }: { claim: Claim; events: GenerationEvent[] }): Promise<void> {
      await append(db, claim, events)
    },

    /** Saves the plan, ends the generation and says so after `events`, all or nothing. */
    async finish({
      claim,
      plan,
      events = [],
    }: {
      claim: Claim
      plan: PlanJson
      events?: GenerationEvent[]
    }): Promise<void> {
      const planId = randomUUID()
      await db.transaction().execute(async (tx) => {
        await fenced(tx, claim, {
          state: 'done',
          plan_id: planId,
          finished_at: sql<Date>`now()`,
          lease_until: null,
        })
        await insertPlan({
          tx,
          planId,
          learnerId: claim.learner_id,
          generationId: claim.id,
          status: claim.accept ? 'current' : 'proposed',
          plan,
        })
        await append(tx, claim, [...events, { type: 'done', plan_id: planId }])
      })
    },

    async fail({ claim, code, detail }: { claim: Claim; code: string; detail: string }): Promise<void> {
      await db.transaction().execute(async (tx) => {
        await fenced(tx, claim, {
          state: 'failed',
          error_code: code,
          finished_at: sql<Date>`now()`,
          lease_until: null,
        })
        await append(tx, claim, [{ type: 'failed', code, detail }])
      })
    },

    /** Events after `afterSeq`, oldest first. The caller has checked whose generation it is. */
    async listEvents({ id, afterSeq }: { id: string; afterSeq: number }): Promise<EventRow[]> {
      return db
        .selectFrom('generation_events')
        .select(['seq', 'type', 'data'])
        .where('generation_id', '=', id)
        .where('seq', '>', afterSeq)
        .orderBy('seq')
        .limit(500)
        .execute()
    },
  }
}

const leaseEnd = (seconds: number) => sql<Date>`now() + make_interval(secs => ${seconds})`

/** Changes a generation only while this worker's claim is the newest. */
async function fenced(db: Db, claim: Claim, changes: UpdateObject<Tables, 'generations'>): Promise<void> {
  const result = await db
    .updateTable('generations')
    .set(changes)
    .where('id', '=', claim.id)
    .where('claim', '=', claim.claim)
    .where('state', '=', 'running')
    .executeTakeFirst()
  if (result?.numUpdatedRows !== 1n)
    throw new LeaseLostError(`generation ${claim.id} was taken up by another worker`)
}

async function append(tx: Db, claim: Claim, events: GenerationEvent[]): Promise<void> {
  await sql`
    insert into generation_events (generation_id, seq, type, data)
    select g.id, e.place + (select coalesce(max(seq), 0) from generation_events where generation_id = g.id),
      e.event ->> 'type', e.event - 'type'
    from generations g, jsonb_array_elements(${JSON.stringify(events)}::jsonb) with ordinality as e (event, place)
    where g.id = ${claim.id} and g.claim = ${claim.claim}`.execute(tx)
}

function toGeneration(row: Omit<Generation, 'created_at'> & { created_at: Date }): Generation {
  return {
    id: row.id,
    state: row.state,
    plan_id: row.plan_id,
    created_at: row.created_at.toISOString(),
    error_code: row.error_code,
  }
}
