import type { Db } from '@codify/db'
import { sql } from 'kysely'
import type { Topic } from './topics.schemas.ts'

export type TopicsRepository = ReturnType<typeof createTopicsRepository>

export function createTopicsRepository({ db, readDb }: { db: Db; readDb: Db }) {
  return {
    /** Every topic in roadmap order, with the size of its catalogue and what the learner did of it. */
    async listTopics({ learnerId }: { learnerId: string | undefined }): Promise<Topic[]> {
      const rows = await (learnerId === undefined ? readDb : db)
        .selectFrom('topics as t')
        .leftJoin('problems as p', (join) =>
          join.onRef('p.topic', '=', 't.slug').on('p.retired_at', 'is', null).on('p.owner_id', 'is', null),
        )
        .leftJoin('problem_progress as g', (join) =>
          join.onRef('g.problem_id', '=', 'p.id').on('g.learner_id', '=', learnerId ?? null),
        )
        .select(['t.slug', 't.title', 't.prerequisites', 't.stage'])
        .select(sql<number>`count(p.id)::int`.as('problems'))
        .select(sql<number>`(count(*) filter (where g.solved_at is not null))::int`.as('solved'))
        .select(
          sql<number>`(count(*) filter (where g.solved_at is null and g.status in ('tried', 'stuck')))::int`.as(
            'tried',
          ),
        )
        .groupBy('t.slug')
        .orderBy('t.position')
        .execute()
      return rows
    },
  }
}
