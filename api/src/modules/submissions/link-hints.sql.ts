import type { Db } from '@codify/db'
import { sql } from 'kysely'

/** Links what the learner was told since the attempt before this one at the problem, which it helped with. */
export async function linkHints(
  tx: Db,
  { learnerId, problemId, attemptId }: { learnerId: string; problemId: string; attemptId: string },
): Promise<void> {
  await sql`
    update hints h set attempt_id = a.id
    from attempts a
    where a.learner_id = ${learnerId} and a.id = ${attemptId}
      and h.learner_id = ${learnerId} and h.problem_id = ${problemId} and h.attempt_id is null
      and h.created_at <= a.created_at
      and h.created_at > coalesce((
        select max(b.created_at) from attempts b
        where b.learner_id = ${learnerId} and b.problem_id = ${problemId} and b.retracted_at is null
          and b.created_at < a.created_at
      ), '-infinity')`.execute(tx)
}
