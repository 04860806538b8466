import { z } from 'zod'
import { type LearnerData, moment, problemOrOwn, uniqueProblem, value } from '../../shared/learner-data.ts'
import { dateTime, givenDateTime, slug } from '../../shared/schemas.ts'
import { noteBody } from './notes.schemas.ts'

export const notesData = {
  table: 'notes',
  label: 'Notes',
  exported: z.array(z.object({ problem: slug, body: z.string(), updated_at: dateTime })),
  imported: z.array(z.strictObject({ problem: slug, body: noteBody, updated_at: givenDateTime })),
  fields: { problem: problemOrOwn, body: value, updated_at: moment },
  order: ['updated_at', 'problem_id'],
  unique: uniqueProblem,
} satisfies LearnerData
