import type { Db } from '@codify/db'
import { sql } from 'kysely'
import type { PatternMark } from './library.schemas.ts'

export type MarksRepository = ReturnType<typeof createMarksRepository>

type Place = { learnerId: string; pattern: string }

export function createMarksRepository({ db }: { db: Db }) {
  return {
    /** The learner's marks by pattern, with those of patterns that are gone. */
    async list({ learnerId }: { learnerId: string }): Promise<Map<string, PatternMark>> {
      const rows = await db
        .selectFrom('pattern_marks')
        .select(['pattern', 'mark'])
        .where('learner_id', '=', learnerId)
        .execute()
      return new Map(rows.map(({ pattern, mark }) => [pattern, mark]))
    },

    /** Marks a pattern; the same mark again changes nothing. */
    async set({ learnerId, pattern, mark }: Place & { mark: PatternMark }): Promise<void> {
      await db
        .insertInto('pattern_marks')
        .values({ learner_id: learnerId, pattern, mark })
        .onConflict((on) =>
          on
            .columns(['learner_id', 'pattern'])
            .doUpdateSet({ mark, updated_at: sql<Date>`now()` })
            .where('pattern_marks.mark', '<>', mark),
        )
        .execute()
    },

    async remove({ learnerId, pattern }: Place): Promise<void> {
      await db
        .deleteFrom('pattern_marks')
        .where('learner_id', '=', learnerId)
        .where('pattern', '=', pattern)
        .execute()
    },
  }
}
