import type { Db } from '@codify/db'
import { sql } from 'kysely'

/** Adds the upvotes and comments of a learner, who had none before this transaction, to the figures of their problems. */
export async function countIn(tx: Db, { learnerId }: { learnerId: string }): Promise<void> {
  // In one order for everyone, so that two at once never wait for each other.
  await sql`
    select from problem_stats where problem_id in (
      select problem_id from upvotes where learner_id = ${learnerId}
      union select problem_id from comments where learner_id = ${learnerId}
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
  await sql`
    update problem_stats s set
      comments = s.comments + c.comments,
      too_hard = s.too_hard + c.too_hard,
      good_intro = s.good_intro + c.good_intro,
      pattern_practice = s.pattern_practice + c.pattern_practice
    from (
      select problem_id, count(*) as comments, count(*) filter (where tag = 'too_hard') as too_hard,
        count(*) filter (where tag = 'good_intro') as good_intro,
        count(*) filter (where tag = 'pattern_practice') as pattern_practice
      from comments where learner_id = ${learnerId} and hidden_at is null group by problem_id
    ) c where c.problem_id = s.problem_id`.execute(tx)
}
