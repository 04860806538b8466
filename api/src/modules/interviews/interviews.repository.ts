import type { Db } from '@codify/db'
import { sql } from 'kysely'
import { exactTime, isBeyond, type TimeKeyset } from '../../shared/time-keyset.ts'
import type { InterviewRow } from './interviews.models.ts'
import type { Prediction } from './interviews.schemas.ts'

export type InterviewsRepository = ReturnType<typeof createInterviewsRepository>

type Own = { learnerId: string; id: string }

/** More predictions than a year of daily interviews brings. */
const CALIBRATED = 500

export function createInterviewsRepository({ db }: { db: Db }) {
  function rows(learnerId: string) {
    return db
      .selectFrom('interviews as i')
      .innerJoin('problems as p', 'p.id', 'i.problem_id')
      .leftJoin('exercises as e', 'e.problem_id', 'i.problem_id')
      .leftJoin('submissions as s', 's.id', 'i.submission_id')
      .select(['i.id', 'i.minutes', 'i.pattern', 'i.confidence', 'i.is_right', 'i.submission_id'])
      .select(['i.started_at', 'i.predicted_at', 'i.ended_at', 's.outcome'])
      .select(['p.slug as problem', 'p.title', 'p.topic', 'p.difficulty'])
      .select(
        // The exercise's own pattern first: it is the one that it trains.
        sql<string[]>`array(
          select distinct on (pattern) pattern from (
            select e.explanation ->> 'pattern' as pattern where e.problem_id is not null
            union all select unnest(p.patterns)
          ) all_patterns where pattern is not null
        )`.as('patterns'),
      )
      .where('i.learner_id', '=', learnerId)
  }

  return {
    async find({ learnerId, id }: Own): Promise<InterviewRow | undefined> {
      return rows(learnerId).where('i.id', '=', id).executeTakeFirst()
    },

    async findOpen({ learnerId }: { learnerId: string }): Promise<InterviewRow | undefined> {
      return rows(learnerId).where('i.ended_at', 'is', null).executeTakeFirst()
    },

    /** At most `limit + 1` interviews after the keyset, newest first. */
    async list(options: { learnerId: string; after: TimeKeyset | undefined; limit: number }) {
      const { learnerId, after, limit } = options
      const own = rows(learnerId).select(exactTime('i.started_at').as('exact_time'))
      const rest = after
        ? own.where(isBeyond({ time: 'i.started_at', id: 'i.id', order: 'newest', after }))
        : own
      return rest
        .orderBy('i.started_at', 'desc')
        .orderBy('i.id', 'desc')
        .limit(limit + 1)
        .execute()
    },

    /**
     * Starts an interview about an exercise: one not met, else the one met longest ago; which of them, chance says.
     * Nothing when one is open already or there is no exercise.
     */
    async start(options: { learnerId: string; id: string; minutes: number; now: Date }): Promise<boolean> {
      const { learnerId, id, minutes, now } = options
      const { rows: added } = await sql`
        insert into interviews (id, learner_id, problem_id, minutes, started_at)
        select ${id}, ${learnerId}, e.problem_id, ${minutes}, ${now}
        from exercises e
        join problems p on p.id = e.problem_id and p.retired_at is null
        left join problem_progress g on g.problem_id = e.problem_id and g.learner_id = ${learnerId}
        left join lateral (
          select max(i.started_at) as asked_at from interviews i
          where i.learner_id = ${learnerId} and i.problem_id = e.problem_id
        ) asked on true
        order by greatest(g.last_attempt_at, asked.asked_at) nulls first, md5(e.problem_id::text || ${id}::text)
        limit 1
        on conflict (learner_id) where ended_at is null do nothing
        returning id`.execute(db)
      return added.length > 0
    },

    /** Keeps a prediction, once, while the interview is open; answers whether it did. */
    async predict(options: Own & { prediction: Prediction; isRight: boolean; now: Date }): Promise<boolean> {
      const { learnerId, id, prediction, isRight, now } = options
      const result = await db
        .updateTable('interviews')
        .set({ ...prediction, is_right: isRight, predicted_at: now })
        .where('learner_id', '=', learnerId)
        .where('id', '=', id)
        .where('predicted_at', 'is', null)
        .where('ended_at', 'is', null)
        .executeTakeFirst()
      return result.numUpdatedRows > 0n
    },

    /** Ends the interview, once; the submission has to be the learner's own at its problem. */
    async end(options: Own & { submissionId: string | null; now: Date }): Promise<void> {
      const { learnerId, id, submissionId, now } = options
      await db
        .updateTable('interviews')
        .set((eb) => ({
          ended_at: now,
          submission_id: eb
            .selectFrom('submissions as s')
            .select('s.id')
            .where('s.id', '=', submissionId)
            .where('s.learner_id', '=', learnerId)
            .whereRef('s.problem_id', '=', 'interviews.problem_id'),
        }))
        .where('learner_id', '=', learnerId)
        .where('id', '=', id)
        .where('ended_at', 'is', null)
        .execute()
    },

    /** The newest predictions. */
    async predictions({ learnerId }: { learnerId: string }) {
      return db
        .selectFrom('interviews')
        .select(['confidence', 'is_right'])
        .where('learner_id', '=', learnerId)
        .where('predicted_at', 'is not', null)
        .where('ended_at', 'is not', null)
        .orderBy('started_at', 'desc')
        .limit(CALIBRATED)
        .execute()
    },
  }
}
