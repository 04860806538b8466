import { Hono } from 'hono'
import type { AppEnv } from '../../shared/request-env.ts'
import { learnerRoute } from '../../shared/route.ts'
import type { ProblemsRepository } from '../problems/problems.repository.ts'
import { problemParamSchema } from '../problems/problems.schemas.ts'
import type { NotesRepository } from './notes.repository.ts'
import { deleteNoteQuerySchema, noteSchema, saveNoteSchema } from './notes.schemas.ts'
import { deleteNote, getNote, saveNote } from './notes.usecases.ts'

const tag = 'Notes'

export function createNotesRoutes(deps: { notes: NotesRepository; problems: ProblemsRepository }) {
  return new Hono<AppEnv>()
    .get(
      '/v1/problems/:slug/note',
      learnerRoute(
        {
          scope: 'practice:read',
          tag,
          summary: "Read one's own note on a problem",
          params: problemParamSchema,
          answer: noteSchema,
          problems: [404],
        },
        ({ learnerId, params }) => getNote({ slugOrId: params.slug, learnerId, ...deps }),
      ),
    )
    .put(
      '/v1/problems/:slug/note',
      learnerRoute(
        {
          scope: 'practice:write',
          tag,
          summary: "Save one's own note on a problem",
          description:
            'When another device saved a newer text, 409 note.changed brings it along in `current`.',
          params: problemParamSchema,
          body: saveNoteSchema,
          answer: noteSchema,
          problems: [404, 409],
        },
        ({ learnerId, params, body: note }) => saveNote({ slugOrId: params.slug, learnerId, note, ...deps }),
      ),
    )
    .delete(
      '/v1/problems/:slug/note',
      learnerRoute(
        {
          scope: 'practice:write',
          tag,
          summary: "Delete one's own note on a problem; repeating it changes nothing",
          params: problemParamSchema,
          query: deleteNoteQuerySchema,
          problems: [404, 409],
        },
        async ({ learnerId, params, query: { version } }) => {
          await deleteNote({ slugOrId: params.slug, learnerId, version, ...deps })
          return undefined
        },
      ),
    )
}
