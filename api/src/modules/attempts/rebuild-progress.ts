import type { Db } from '@codify/db'
import { sql } from 'kysely'

/** Derives where the learner stands with the problems from their attempts, for attempts that were not written one by one. */
export async function rebuildProgress(
  tx: Db,
  { learnerId, problemIds }: { learnerId: string; problemIds: string[] },
): Promise<void> {
  await sql`
    insert into problem_progress (learner_id, problem_id, status, solved_at, last_attempt_at)
    select learner_id, problem_id, (array_agg(outcome order by created_at desc, id desc))[1],
      min(created_at) filter (where outcome = 'solved'), max(created_at)
    from attempts where learner_id = ${learnerId} and problem_id = any(${problemIds}::uuid[])
    group by learner_id, problem_id
    on conflict (learner_id, problem_id) do update set status = excluded.status,
      solved_at = excluded.solved_at, last_attempt_at = excluded.last_attempt_at`.execute(tx)
}
