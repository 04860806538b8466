import { Hono } from 'hono'
import type { LearnerEnv } from '../../app/app-types.ts'
import { requireLearner } from '../../app/auth/auth.middleware.ts'
import { describe } from '../../shared/openapi.ts'
import { validate } from '../../shared/validate.ts'
import type { ProblemsRepository } from '../problems/problems.repository.ts'
import { problemParamSchema } from '../problems/problems.schemas.ts'
import type { NotesRepository } from './notes.repository.ts'
import { deleteNoteQuerySchema, noteSchema, saveNoteSchema } from './notes.schemas.ts'
import { deleteNote, getNote, saveNote } from './notes.usecases.ts'

const tag = 'Notes'

export function createNotesRoutes(deps: { notes: NotesRepository; problems: ProblemsRepository }) {
  return new Hono<LearnerEnv>()
    .get(
      '/v1/problems/:slug/note',
      describe({
        tag,
        summary: "One's own note on a problem",
        success: { status: 200, description: 'The note', schema: noteSchema },
        problems: [404],
        signedIn: true,
      }),
      requireLearner,
      validate('param', problemParamSchema),
      async (c) => {
        const slugOrId = c.req.valid('param').slug
        return c.json(await getNote({ slugOrId, learnerId: c.get('learner').id, ...deps }), 200)
      },
    )
    .put(
      '/v1/problems/:slug/note',
      describe({
        tag,
        summary: "Save one's own note on a problem",
        description: 'When another device saved a newer text, 409 note.changed brings it along in `current`.',
        success: { status: 200, description: 'The note as kept', schema: noteSchema },
        problems: [404, 409, 413],
        signedIn: true,
      }),
      requireLearner,
      validate('param', problemParamSchema),
      validate('json', saveNoteSchema),
      async (c) => {
        const slugOrId = c.req.valid('param').slug
        const note = c.req.valid('json')
        return c.json(await saveNote({ slugOrId, learnerId: c.get('learner').id, note, ...deps }), 200)
      },
    )
    .delete(
      '/v1/problems/:slug/note',
      describe({
        tag,
        summary: "Delete one's own note on a problem; repeating it changes nothing",
        success: { status: 204, description: 'Deleted' },
        problems: [404, 409],
        signedIn: true,
      }),
      requireLearner,
      validate('param', problemParamSchema),
      validate('query', deleteNoteQuerySchema),
      async (c) => {
        const slugOrId = c.req.valid('param').slug
        const { version } = c.req.valid('query')
        await deleteNote({ slugOrId, learnerId: c.get('learner').id, version, ...deps })
        return c.body(null, 204)
      },
    )
}
