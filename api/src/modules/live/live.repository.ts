import type { Db } from '@codify/db'
import { sql } from 'kysely'
import type { LiveKind } from './live.schemas.ts'

export type LiveRepository = ReturnType<typeof createLiveRepository>

/** Short digests of what a learner's pages show: another one when it has changed. */
export type LiveState = Record<LiveKind, string>

export function createLiveRepository({ db }: { db: Db }) {
  return {
    /** The states of some learners, in their order, in one statement that reads a few rows of each by index. */
    async readStates(learnerIds: string[]): Promise<LiveState[]> {
      const { rows } = await sql<LiveState>`
        select
          left(md5(coalesce((select concat(a.id, a.outcome, a.minutes, a.rating, a.retracted_at) from attempts a
            where a.learner_id = l.id order by a.created_at desc, a.id desc limit 1), '')
            || coalesce((select string_agg(concat(b.id, b.from_date, b.to_date), ',' order by b.id) from breaks b
              where b.learner_id = l.id), '')), 8) as today,
          left(md5(coalesce((select string_agg(concat(p.id, p.status, p.revision), ',' order by p.id) from plans p
            where p.learner_id = l.id and p.status in ('current', 'proposed')), '')), 8) as plan,
          left(md5(coalesce((select string_agg(concat(m.pattern, m.mark), ',' order by m.pattern) from pattern_marks m
            where m.learner_id = l.id), '')), 8) as marks
        from unnest(${learnerIds}::uuid[]) with ordinality as l (id, place) order by l.place`.execute(db)
      return rows
    },
  }
}
