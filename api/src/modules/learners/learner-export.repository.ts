import type { Db } from '@codify/db'
import { exactTime, isBeyond, type TimeKeyset } from '../../shared/time-keyset.ts'

export type LearnerExportRepository = ReturnType<typeof createLearnerExportRepository>

/** Rows one query may bring, however much a learner has. */
const BATCH = 100

/** Reads everything held on one learner, oldest first, in batches. */
export function createLearnerExportRepository({ db }: { db: Db }) {
  return {
    async readEmbedding({ learnerId }: { learnerId: string }) {
      return db
        .selectFrom('intake_profiles')
        .select(['embedding', 'embedding_model'])
        .where('learner_id', '=', learnerId)
        .executeTakeFirst()
    },

    async readPlans({ learnerId }: { learnerId: string }) {
      return readAll((after) => {
        const rows = db
          .selectFrom('plans')
          .select(['id', 'generated_at', 'status', 'declined_at', 'revision', 'repaired_on', 'plan_json'])
          .select([exactTime('generated_at').as('row_time'), 'id as row_id'])
          .where('learner_id', '=', learnerId)
        const rest = after ? rows.where(oldestAfter({ time: 'generated_at', id: 'id', after })) : rows
        return rest.orderBy('generated_at').orderBy('id').limit(BATCH).execute()
      })
    },

    /** The changes of one plan, oldest first; there are no more than are kept for undoing. */
    async readRevisions({ learnerId, planId }: { learnerId: string; planId: string }) {
      return db
        .selectFrom('plan_revisions')
        .select(['revision', 'cause', 'changes', 'plan_json', 'attempt_id', 'known_topic'])
        .select(exactTime('created_at').as('created_at'))
        .where('learner_id', '=', learnerId)
        .where('plan_id', '=', planId)
        .orderBy('revision')
        .execute()
    },

    async readSettings({ learnerId }: { learnerId: string }) {
      return db
        .selectFrom('learner_settings')
        .select(['day_start_hour', 'daily_review_cap', exactTime('updated_at').as('updated_at')])
        .where('learner_id', '=', learnerId)
        .executeTakeFirst()
    },

    async readBreaks({ learnerId }: { learnerId: string }) {
      return readAll((after) => {
        const rows = db
          .selectFrom('breaks')
          .select(['id', 'from_date as from', 'to_date as to'])
          .select([exactTime('created_at').as('row_time'), 'id as row_id'])
          .where('learner_id', '=', learnerId)
        const rest = after ? rows.where(oldestAfter({ time: 'created_at', id: 'id', after })) : rows
        return rest.orderBy('created_at').orderBy('id').limit(BATCH).execute()
      })
    },

    async readGenerations({ learnerId }: { learnerId: string }) {
      return readAll((after) => {
        const rows = db
          .selectFrom('generations')
          .select(['id', 'state', 'plan_id', 'created_at', 'error_code', 'model_answer'])
          .select([exactTime('created_at').as('row_time'), 'id as row_id'])
          .where('learner_id', '=', learnerId)
        const rest = after ? rows.where(oldestAfter({ time: 'created_at', id: 'id', after })) : rows
        return rest.orderBy('created_at').orderBy('id').limit(BATCH).execute()
      })
    },

    async readAttempts({ learnerId }: { learnerId: string }) {
      return readAll((after) => {
        const rows = db
          .selectFrom('attempts as a')
          .innerJoin('problems as p', 'p.id', 'a.problem_id')
          .leftJoin('problems as f', 'f.id', 'a.for_problem_id')
          .select([
            'a.id',
            'p.slug as problem',
            'a.outcome',
            'a.minutes',
            'a.rating',
            'a.hints_used',
            'a.item_id',
            'a.retracted_at',
            'a.paste_id',
            'a.pasted_at',
            'f.slug as for_problem',
            'a.started_at',
            'a.created_at',
          ])
          .select([exactTime('a.created_at').as('row_time'), 'a.id as row_id'])
          .where('a.learner_id', '=', learnerId)
        const rest = after ? rows.where(oldestAfter({ time: 'a.created_at', id: 'a.id', after })) : rows
        return rest.orderBy('a.created_at').orderBy('a.id').limit(BATCH).execute()
      })
    },

    async readOwnProblems({ learnerId }: { learnerId: string }) {
      return readAll((after) => {
        const rows = db
          .selectFrom('problems')
          .select(['id', 'slug', 'title', 'url', 'topic', 'difficulty', 'minutes', 'retired_at'])
          .select([exactTime('added_at').as('row_time'), 'id as row_id'])
          .where('owner_id', '=', learnerId)
        const rest = after ? rows.where(oldestAfter({ time: 'added_at', id: 'id', after })) : rows
        return rest.orderBy('added_at').orderBy('id').limit(BATCH).execute()
      })
    },

    async readNotes({ learnerId }: { learnerId: string }) {
      return readAll((after) => {
        const rows = db
          .selectFrom('notes as n')
          .innerJoin('problems as p', 'p.id', 'n.problem_id')
          .select(['p.slug as problem', 'n.body'])
          .select([exactTime('n.updated_at').as('row_time'), 'n.problem_id as row_id'])
          .where('n.learner_id', '=', learnerId)
        const rest = after
          ? rows.where(oldestAfter({ time: 'n.updated_at', id: 'n.problem_id', after }))
          : rows
        return rest.orderBy('n.updated_at').orderBy('n.problem_id').limit(BATCH).execute()
      })
    },

    async readCodeDrafts({ learnerId }: { learnerId: string }) {
      const rows = await db
        .selectFrom('code_drafts as d')
        .innerJoin('problems as p', 'p.id', 'd.problem_id')
        .select(['p.slug as problem', 'd.language', 'd.code', exactTime('d.updated_at').as('updated_at')])
        .where('d.learner_id', '=', learnerId)
        .orderBy('d.problem_id')
        .orderBy('d.language')
        .execute()
      return rows
    },

    async readSubmissions({ learnerId }: { learnerId: string }) {
      return readAll((after) => {
        const rows = db
          .selectFrom('submissions as s')
          .innerJoin('problems as p', 'p.id', 's.problem_id')
          .select([
            's.id',
            'p.slug as problem',
            's.language',
            's.code',
            's.outcome',
            's.passed',
            's.total',
            's.ms',
            's.hints_used',
            's.attempt_id',
          ])
          .select([exactTime('s.created_at').as('row_time'), 's.id as row_id'])
          .where('s.learner_id', '=', learnerId)
        const rest = after ? rows.where(oldestAfter({ time: 's.created_at', id: 's.id', after })) : rows
        return rest.orderBy('s.created_at').orderBy('s.id').limit(BATCH).execute()
      })
    },

    async readHints({ learnerId }: { learnerId: string }) {
      return readAll((after) => {
        const rows = db
          .selectFrom('hints as h')
          .innerJoin('problems as p', 'p.id', 'h.problem_id')
          .select(['h.id', 'p.slug as problem', 'h.language', 'h.kind', 'h.text', 'h.model', 'h.attempt_id'])
          .select([exactTime('h.created_at').as('row_time'), 'h.id as row_id'])
          .where('h.learner_id', '=', learnerId)
        const rest = after ? rows.where(oldestAfter({ time: 'h.created_at', id: 'h.id', after })) : rows
        return rest.orderBy('h.created_at').orderBy('h.id').limit(BATCH).execute()
      })
    },

    async readInterviews({ learnerId }: { learnerId: string }) {
      return readAll((after) => {
        const rows = db
          .selectFrom('interviews as i')
          .innerJoin('problems as p', 'p.id', 'i.problem_id')
          .select(['i.id', 'p.slug as problem', 'i.minutes', 'i.pattern', 'i.confidence', 'i.is_right'])
          .select(['i.submission_id', 'i.predicted_at', 'i.ended_at'])
          .select([exactTime('i.started_at').as('row_time'), 'i.id as row_id'])
          .where('i.learner_id', '=', learnerId)
        const rest = after ? rows.where(oldestAfter({ time: 'i.started_at', id: 'i.id', after })) : rows
        return rest.orderBy('i.started_at').orderBy('i.id').limit(BATCH).execute()
      })
    },

    async readUpvotes({ learnerId }: { learnerId: string }) {
      return readAll((after) => {
        const rows = db
          .selectFrom('upvotes as u')
          .innerJoin('problems as p', 'p.id', 'u.problem_id')
          .select(['p.slug as problem', 'u.level'])
          .select([exactTime('u.created_at').as('row_time'), 'u.problem_id as row_id'])
          .where('u.learner_id', '=', learnerId)
        const rest = after
          ? rows.where(oldestAfter({ time: 'u.created_at', id: 'u.problem_id', after }))
          : rows
        return rest.orderBy('u.created_at').orderBy('u.problem_id').limit(BATCH).execute()
      })
    },

    async readComments({ learnerId }: { learnerId: string }) {
      return readAll((after) => {
        const rows = db
          .selectFrom('comments as c')
          .innerJoin('problems as p', 'p.id', 'c.problem_id')
          .select([
            'c.id',
            'c.learner_id',
            'c.author_name',
            'c.body',
            'c.tag',
            'c.created_at',
            'c.updated_at',
            'c.hidden_at',
          ])
          .select(['p.slug as problem', exactTime('c.created_at').as('row_time'), 'c.id as row_id'])
          .where('c.learner_id', '=', learnerId)
        const rest = after ? rows.where(oldestAfter({ time: 'c.created_at', id: 'c.id', after })) : rows
        return rest.orderBy('c.created_at').orderBy('c.id').limit(BATCH).execute()
      })
    },

    async readReports({ learnerId }: { learnerId: string }) {
      return readAll((after) => {
        const rows = db
          .selectFrom('comment_reports')
          .select(['comment_id', 'reason', 'note', 'created_at'])
          .select([exactTime('created_at').as('row_time'), 'comment_id as row_id'])
          .where('learner_id', '=', learnerId)
        const rest = after ? rows.where(oldestAfter({ time: 'created_at', id: 'comment_id', after })) : rows
        return rest.orderBy('created_at').orderBy('comment_id').limit(BATCH).execute()
      })
    },
  }
}

type Placed = { row_time: string; row_id: string }

async function readAll<Row extends Placed>(readAfter: (after: TimeKeyset | undefined) => Promise<Row[]>) {
  const all: Row[] = []
  let after: TimeKeyset | undefined
  for (;;) {
    const batch = await readAfter(after)
    all.push(...batch)
    const last = batch.at(-1)
    if (batch.length < BATCH || !last) return all
    after = [last.row_time, last.row_id]
  }
}

function oldestAfter(place: { time: string; id: string; after: TimeKeyset }) {
  return isBeyond({ ...place, order: 'oldest' })
}
