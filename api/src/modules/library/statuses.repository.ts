import type { Db } from '@codify/db'
import type { ProblemStatus } from '../problems/problems.schemas.ts'

export type StatusesRepository = ReturnType<typeof createStatusesRepository>

export function createStatusesRepository({ db }: { db: Db }) {
  return {
    /** How each problem that the learner met stands, by its slug. */
    async list({ learnerId }: { learnerId: string }): Promise<Map<string, ProblemStatus>> {
      const rows = await db
        .selectFrom('problem_progress as g')
        .innerJoin('problems as p', 'p.id', 'g.problem_id')
        .select(['p.slug', 'g.status'])
        .where('g.learner_id', '=', learnerId)
        .execute()
      return new Map(rows.map(({ slug, status }) => [slug, status]))
    },
  }
}
