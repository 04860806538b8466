import { randomUUID } from 'node:crypto'
import type { Db } from '@codify/db'
import { sql } from 'kysely'
import { createBatches } from '../../shared/batches.ts'
import { storableJson } from '../../shared/unstorable.ts'
import type { Answer } from '../intake/intake.schemas.ts'
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
export type EventText = EventRow & { data: string }
type EventsAfter = { id: string; afterSeq: number }

/** Someone else has taken the generation up: this worker must stop writing. */
export class LeaseLostError extends Error {
  override name = 'LeaseLostError'
}

const columns = ['id', 'state', 'plan_id', 'created_at', 'error_code'] as const

export function createGenerationsRepository({ db }: { db: Db }) {
  return {
    /**
     * Queues a generation and appends its answers to the intake, all or nothing; undefined when the learner has no
     * intake, has one under way or as many as `limit` within 24 hours, or used the key.
     *
     * @param options.limit 0: any number
     */
    async create(options: {
      learnerId: string
      answers: Answer[]
      accept: boolean
      idempotencyKey: string | null
      requestHash: string
      requestId: string
      limit: number
    }): Promise<Generation | undefined> {
      const { learnerId, answers, limit } = options
      const { rows } = await sql<GenerationRow>`
        with made as (
          insert into generations (learner_id, accept, idempotency_key, request_hash, request_id)
          select learner_id, ${options.accept}, ${options.idempotencyKey}, ${options.requestHash}, ${options.requestId}
          from intake_profiles where learner_id = ${learnerId}
            and (${limit}::int = 0 or ${limit}::int > (select count(*) from (${newestSql({ learnerId, limit })}) newest))
          on conflict do nothing
          returning id, learner_id, state, plan_id, created_at, error_code
        ), told as (
          -- A changed profile has no vector: it no longer says what the learner said, and the generation embeds it again.
          update intake_profiles p set regeneration_answers = p.regeneration_answers || ${JSON.stringify(answers)}::jsonb,
            embedding = null, embedding_model = null, updated_at = now()
          from made where p.learner_id = made.learner_id and ${answers.length}::int > 0
        )
        select id, state, plan_id, created_at, error_code from made`.execute(db)
      return rows[0] && toGeneration(rows[0])
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
    async recentStarts(options: { learnerId: string; limit: number }): Promise<Date[]> {
      const { rows } = await newestSql(options).execute(db)
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
      const result = await db
        .updateTable('generations')
        .set({ model_answer: storableJson(answer) })
        .where(isHeldBy(claim))
        .executeTakeFirst()
      if (result.numUpdatedRows !== 1n) throw lostLease(claim)
    },

    /**
     * Appends events in order, all or none; none when another worker has taken the generation up. What comes while
     * others are written is written with the next, in the order in which it came.
     */
    appendEvents: createBatches(
      async (told: { claim: Claim; events: GenerationEvent[] }[]): Promise<undefined[]> => {
        await appendSql(told).execute(db)
        return told.map(() => undefined)
      },
    ),

    /**
     * Saves the plan, tells its days and that it is done, and ends the generation, all or nothing. `factsAt` is when the
     * facts of the plan were read: what the learner did since is not in it.
     */
    async finish({ claim, plan, factsAt }: { claim: Claim; plan: PlanJson; factsAt: Date }): Promise<void> {
      const planId = randomUUID()
      const last: GenerationEvent[] = [
        { type: 'stage', stage: 'save', detail: 'Saving your plan' },
        { type: 'done', plan_id: planId },
      ]
      const { rows } = await sql`
        with made as materialized (
          select ${JSON.stringify(plan)}::jsonb as plan
        ), ended as (
          update generations set state = 'done', plan_id = ${planId}, finished_at = now(), lease_until = null
          where ${isHeldBy(claim)}
          returning id, learner_id, accept
        ), before as (
          update plans p set status = 'superseded' from ended
          where p.learner_id = ended.learner_id
            and (p.status = 'proposed' or p.status = 'current' and ended.accept)
          returning p.id
        ), saved as (
          insert into plans (id, learner_id, generation_id, status, generated_at, plan_json)
          select ${planId}, ended.learner_id, ended.id, case when ended.accept then 'current' else 'proposed' end,
            ${factsAt}::timestamptz, plan
          -- A learner has one current plan: those before have to make room first.
          from ended, made where (select count(*) from before) >= 0
        ), told as (
          insert into generation_events (generation_id, seq, type, data)
          select ended.id, (select coalesce(max(seq), 0) from generation_events where generation_id = ${claim.id})
            + row_number() over (order by part, week, day), type, data
          from ended, (
            select 1 as part, week, day, 'day' as type,
              jsonb_build_object('week', w.value -> 'index', 'day', d.value) as data
            from made, jsonb_array_elements(plan -> 'weeks') with ordinality as w (value, week),
              jsonb_array_elements(w.value -> 'days') with ordinality as d (value, day)
            union all
            select 2, place, 0, e.value ->> 'type', e.value - 'type'
            from jsonb_array_elements(${JSON.stringify(last)}::jsonb) with ordinality as e (value, place)
          ) news
        )
        select id from ended`.execute(db)
      if (rows.length === 0) throw lostLease(claim)
    },

    async fail({ claim, code, detail }: { claim: Claim; code: string; detail: string }): Promise<void> {
      const { rows } = await sql`
        with ended as (
          update generations set state = 'failed', error_code = ${code}, finished_at = now(), lease_until = null
          where ${isHeldBy(claim)} returning id
        ), told as (${appendSql([{ claim, events: [{ type: 'failed', code, detail }] }])})
        select id from ended`.execute(db)
      if (rows.length === 0) throw lostLease(claim)
    },

    /** Events after `afterSeq`, oldest first. The caller has checked whose generation it is. */
    async listEvents(after: EventsAfter): Promise<EventRow[]> {
      return eventsAfter(after).select('data').execute()
    },

    /** The same to be sent on: their data is text, in one line. */
    async listEventTexts(after: EventsAfter): Promise<EventText[]> {
      return eventsAfter(after).select(sql<string>`data::text`.as('data')).execute()
    },
  }

  function eventsAfter({ id, afterSeq }: EventsAfter) {
    return db
      .selectFrom('generation_events')
      .select(['seq', 'type'])
      .where('generation_id', '=', id)
      .where('seq', '>', afterSeq)
      .orderBy('seq')
      .limit(500)
  }
}

const leaseEnd = (seconds: number) => sql<Date>`now() + make_interval(secs => ${seconds})`

const newestSql = ({ learnerId, limit }: { learnerId: string; limit: number }) => sql<{ created_at: Date }>`
  select created_at from generations where learner_id = ${learnerId} and created_at > now() - interval '24 hours'
  order by created_at desc limit ${limit}`

/** Numbers on from what each generation has; of a claim that is not the newest any more nothing is written. */
function appendSql(told: { claim: Claim; events: GenerationEvent[] }[]) {
  const rows = told.flatMap(({ claim: { id, claim }, events }) =>
    events.map((event) => ({ id, claim, event })),
  )
  return sql`
    insert into generation_events (generation_id, seq, type, data)
    select g.id, (select coalesce(max(seq), 0) from generation_events where generation_id = g.id)
        + row_number() over (partition by g.id order by place),
      e.told -> 'event' ->> 'type', (e.told -> 'event') - 'type'
    from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) with ordinality as e (told, place)
    join generations g on g.id = (e.told ->> 'id')::uuid and g.claim = (e.told ->> 'claim')::int`
}

/** Of a generation that is to be changed: no other worker has taken it up, and it has not ended. */
const isHeldBy = ({ id, claim }: Claim) => sql<boolean>`id = ${id} and claim = ${claim} and state = 'running'`

function lostLease(claim: Claim): LeaseLostError {
  return new LeaseLostError(`generation ${claim.id} was taken up by another worker`)
}

type GenerationRow = Omit<Generation, 'created_at'> & { created_at: Date }

function toGeneration(row: GenerationRow): Generation {
  return {
    id: row.id,
    state: row.state,
    plan_id: row.plan_id,
    created_at: row.created_at.toISOString(),
    error_code: row.error_code,
  }
}
