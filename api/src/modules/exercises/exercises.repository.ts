import type { Db } from '@codify/db'
import { sql } from 'kysely'
import { z } from 'zod'
import type { JsonText } from '../../shared/json-text.ts'
import type { CodeLanguage } from '../code-drafts/code-drafts.schemas.ts'
import {
  type Exercise,
  type ExerciseExplanation,
  exerciseSchema,
  explanationSchema,
} from './exercises.schemas.ts'

const forHintSchema = exerciseSchema
  .pick({ statement: true, constraints: true, call: true })
  .extend({ starter: z.string(), hints: z.array(z.string()), explanation: explanationSchema })

export type ExercisesRepository = ReturnType<typeof createExercisesRepository>

/** Nothing here is a learner's: all of it may come from a replica. */
export function createExercisesRepository({ readDb }: { readDb: Db }) {
  return {
    async findDigest({ problemId }: { problemId: string }): Promise<string | undefined> {
      const row = await readDb
        .selectFrom('exercises')
        .select('digest')
        .where('problem_id', '=', problemId)
        .executeTakeFirst()
      return row?.digest
    },

    /** All but the hints and the explanation, as the text it is kept as. */
    async findText({
      problemId,
    }: {
      problemId: string
    }): Promise<{ digest: string; text: JsonText<Exercise> } | undefined> {
      const { rows } = await sql<{ digest: string; text: string }>`
        select digest, content::text as text from exercises where problem_id = ${problemId}`.execute(readDb)
      return rows[0]
    },

    async findHint({
      problemId,
      number,
    }: {
      problemId: string
      number: number
    }): Promise<string | undefined> {
      const { rows } = await sql<{ hint: string | null }>`
        select hints[${number}::int] as hint from exercises where problem_id = ${problemId}`.execute(readDb)
      return rows[0]?.hint ?? undefined
    },

    /** Returns all of an exercise but its tests, for the prompt of a model. */
    async findForHint({ problemId, language }: { problemId: string; language: CodeLanguage }) {
      const { rows } = await sql`
        select content->>'statement' as statement, content->'constraints' as constraints, content->'call' as call,
          content->'starters'->>${language}::text as starter, hints, explanation
        from exercises where problem_id = ${problemId}`.execute(readDb)
      if (rows.length === 0) return undefined
      const { explanation, ...exercise } = forHintSchema.parse(rows[0])
      const { text, complexity, pattern } = explanation
      return { ...exercise, explanation: text, complexity, pattern }
    },

    async findExplanation({
      problemId,
    }: {
      problemId: string
    }): Promise<JsonText<ExerciseExplanation> | undefined> {
      const { rows } = await sql<{ text: string }>`
        select explanation::text as text from exercises where problem_id = ${problemId}`.execute(readDb)
      return rows[0]?.text
    },
  }
}
