import type { Db } from '@codify/db'
import { sql } from 'kysely'

/** Derives where the learner stands with the problems from the attempts that stand. */
export async function rebuildProgress(
  tx: Db,
  { learnerId, problemIds }: { learnerId: string; problemIds: string[] },
): Promise<void> {
  await sql`
    with standing as (
      insert into problem_progress (learner_id, problem_id, status, solved_at, last_attempt_at)
      select learner_id, problem_id, (array_agg(outcome order by created_at desc, id desc))[1],
        min(created_at) filter (where outcome = 'solved'), max(created_at)
      from attempts where learner_id = ${learnerId} and problem_id = any(${problemIds}::uuid[])
        and retracted_at is null
      group by learner_id, problem_id
      on conflict (learner_id, problem_id) do update set status = excluded.status,
        solved_at = excluded.solved_at, last_attempt_at = excluded.last_attempt_at
      returning problem_id
    )
    delete from problem_progress where learner_id = ${learnerId} and problem_id = any(${problemIds}::uuid[])
      and problem_id not in (select problem_id from standing)`.execute(tx)
}
