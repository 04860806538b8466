import type { Db } from '@codify/db'
import { sql } from 'kysely'
import { holdLearner } from '../../shared/hold-learner.ts'
import type { ReviewCard } from './review-cards.models.ts'
import { rebuildCards } from './review-cards.repository.ts'

export type ReviewsRepository = ReturnType<typeof createReviewsRepository>

const CARDS_MAX = 1_000
const REBUILT_AT_ONCE = 200

export function createReviewsRepository({ db }: { db: Db }) {
  return {
    /** The learner's cards, the earliest due first. */
    async listCards({ learnerId }: { learnerId: string }): Promise<(ReviewCard & { slug: string })[]> {
      return db
        .selectFrom('review_cards as c')
        .innerJoin('problems as p', 'p.id', 'c.problem_id')
        .select([
          'p.slug',
          'c.due',
          'c.stability',
          'c.difficulty',
          'c.state',
          'c.reps',
          'c.lapses',
          'c.last_review',
        ])
        .where('c.learner_id', '=', learnerId)
        .orderBy('c.due')
        .orderBy('c.problem_id')
        .limit(CARDS_MAX)
        .execute()
    },

    /** Makes the cards of problems that were met before there were cards. */
    async makeMissing({ learnerId }: { learnerId: string }): Promise<void> {
      const { rows } = await sql<{ problem_id: string }>`
        select g.problem_id from problem_progress g
        where g.learner_id = ${learnerId} and (g.status <> 'skipped' or g.solved_at is not null)
          and not exists (
            select from review_cards c where c.learner_id = g.learner_id and c.problem_id = g.problem_id)
        order by g.problem_id limit ${REBUILT_AT_ONCE}`.execute(db)
      if (rows.length === 0) return
      await db.transaction().execute(async (tx) => {
        await holdLearner(tx, learnerId)
        await rebuildCards({ tx, learnerId, problemIds: rows.map(({ problem_id }) => problem_id) })
      })
    },
  }
}
