import type { Db } from '@codify/db'
import { sql } from 'kysely'
import type { Note, SaveNote } from './notes.schemas.ts'

export type NotesRepository = ReturnType<typeof createNotesRepository>

type Place = { learnerId: string; problemId: string }

const columns = ['body', 'version', 'updated_at'] as const

export function createNotesRepository({ db }: { db: Db }) {
  return {
    async find({ learnerId, problemId }: Place): Promise<Note | undefined> {
      const row = await db
        .selectFrom('notes')
        .select(columns)
        .where('learner_id', '=', learnerId)
        .where('problem_id', '=', problemId)
        .executeTakeFirst()
      return row && toNote(row)
    },

    /** Writes the note; undefined when the one that is there has another version than `note` began from. */
    async save({ learnerId, problemId, note }: Place & { note: SaveNote }): Promise<Note | undefined> {
      const row = await db
        .insertInto('notes')
        .values({ learner_id: learnerId, problem_id: problemId, body: note.body })
        .onConflict((on) =>
          on
            .columns(['learner_id', 'problem_id'])
            .doUpdateSet({
              body: note.body,
              version: sql<string>`gen_random_uuid()`,
              updated_at: sql<Date>`now()`,
            })
            .where('notes.version', '=', note.version),
        )
        .returning(columns)
        .executeTakeFirst()
      return row && toNote(row)
    },

    /** Removes a note of this version. Returns false if there is none. */
    async remove({ learnerId, problemId, version }: Place & { version: string }): Promise<boolean> {
      const result = await db
        .deleteFrom('notes')
        .where('learner_id', '=', learnerId)
        .where('problem_id', '=', problemId)
        .where('version', '=', version)
        .executeTakeFirst()
      return result.numDeletedRows > 0n
    },
  }
}

function toNote(row: { body: string; version: string; updated_at: Date }): Note {
  return { body: row.body, version: row.version, updated_at: row.updated_at.toISOString() }
}
