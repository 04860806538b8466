import type { Db } from '@codify/db'
import { exactTime, isBeyond, type TimeKeyset } from '../../shared/time-keyset.ts'
import type { KeptHint } from './hints.schemas.ts'

export type HintsRepository = ReturnType<typeof createHintsRepository>
export type HintRow = Omit<KeptHint, 'problem' | 'created_at'> & { created_at: Date }

const columns = ['id', 'language', 'kind', 'text', 'model', 'attempt_id', 'created_at'] as const

export function createHintsRepository({ db }: { db: Db }) {
  return {
    async keep(options: {
      learnerId: string
      problemId: string
      hint: Pick<HintRow, 'language' | 'kind' | 'text' | 'model' | 'attempt_id' | 'created_at'>
    }): Promise<HintRow> {
      const { learnerId, problemId, hint } = options
      return db
        .insertInto('hints')
        .values({ learner_id: learnerId, problem_id: problemId, ...hint })
        .returning(columns)
        .executeTakeFirstOrThrow()
    },

    /** At most `limit + 1` of what was kept for the learner at a problem after the keyset, newest first. */
    async list(options: {
      learnerId: string
      problemId: string
      after: TimeKeyset | undefined
      limit: number
    }) {
      const { learnerId, problemId, after, limit } = options
      const rows = db
        .selectFrom('hints')
        .select([...columns, exactTime('created_at').as('exact_time')])
        .where('learner_id', '=', learnerId)
        .where('problem_id', '=', problemId)
      const rest = after
        ? rows.where(isBeyond({ time: 'created_at', id: 'id', order: 'newest', after }))
        : rows
      return rest
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1)
        .execute()
    },
  }
}
