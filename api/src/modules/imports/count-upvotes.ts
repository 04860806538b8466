import type { Db } from '@codify/db'
import { sql } from 'kysely'

/** Adds the upvotes of a learner, who had none before this transaction, to the counts of their problems. */
export async function countUpvotes(tx: Db, { learnerId }: { learnerId: string }): Promise<void> {
  // In one order for everyone, so that two at once never wait for each other.
  await sql`
    select from problem_stats where problem_id in (
      select problem_id from upvotes where learner_id = ${learnerId}
    ) order by problem_id for update`.execute(tx)
  await sql`
    update problem_stats s set
      upvotes = s.upvotes + u.votes,
      upvotes_beginner = s.upvotes_beginner + u.beginner,
      upvotes_intermediate = s.upvotes_intermediate + u.intermediate,
      upvotes_advanced = s.upvotes_advanced + u.advanced
    from (
      select problem_id, count(*) as votes, count(*) filter (where level = 'beginner') as beginner,
        count(*) filter (where level = 'intermediate') as intermediate,
        count(*) filter (where level = 'advanced') as advanced
      from upvotes where learner_id = ${learnerId} group by problem_id
    ) u where u.problem_id = s.problem_id`.execute(tx)
}
