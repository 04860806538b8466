import type { Db } from '@codify/db'
import { sql } from 'kysely'
import type { CodeDraft, CodeLanguage, SaveCodeDraft } from './code-drafts.schemas.ts'

export type CodeDraftsRepository = ReturnType<typeof createCodeDraftsRepository>

type Place = { learnerId: string; problemId: string; language: CodeLanguage }

const columns = ['language', 'code', 'version', 'updated_at'] as const

export function createCodeDraftsRepository({ db }: { db: Db }) {
  return {
    async find({ learnerId, problemId, language }: Place): Promise<CodeDraft | undefined> {
      const row = await db
        .selectFrom('code_drafts')
        .select(columns)
        .where('learner_id', '=', learnerId)
        .where('problem_id', '=', problemId)
        .where('language', '=', language)
        .executeTakeFirst()
      return row && toDraft(row)
    },

    async list({ learnerId, problemId }: Omit<Place, 'language'>): Promise<CodeDraft[]> {
      const rows = await db
        .selectFrom('code_drafts')
        .select(columns)
        .where('learner_id', '=', learnerId)
        .where('problem_id', '=', problemId)
        .orderBy('language')
        .execute()
      return rows.map(toDraft)
    },

    /** Keeps the code; undefined when what is there has another version than `draft` began from. */
    async save({
      learnerId,
      problemId,
      language,
      draft,
    }: Place & { draft: SaveCodeDraft }): Promise<CodeDraft | undefined> {
      const row = await db
        .insertInto('code_drafts')
        .values({ learner_id: learnerId, problem_id: problemId, language, code: draft.code })
        .onConflict((on) =>
          on
            .columns(['learner_id', 'problem_id', 'language'])
            .doUpdateSet({
              code: draft.code,
              version: sql<string>`gen_random_uuid()`,
              updated_at: sql<Date>`now()`,
            })
            .where('code_drafts.version', '=', draft.version),
        )
        .returning(columns)
        .executeTakeFirst()
      return row && toDraft(row)
    },
  }
}

function toDraft(row: Omit<CodeDraft, 'updated_at'> & { updated_at: Date }): CodeDraft {
  const { language, code, version } = row
  return { language, code, version, updated_at: row.updated_at.toISOString() }
}
