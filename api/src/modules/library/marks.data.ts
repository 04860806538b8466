import { z } from 'zod'
import { type LearnerData, moment, values } from '../../shared/learner-data.ts'
import { dateTime, givenDateTime, slug } from '../../shared/schemas.ts'
import { patternMarkSchema } from './library.schemas.ts'

export const marksData = {
  table: 'pattern_marks',
  label: 'Marks of patterns',
  // Earlier exports did not have them.
  exported: z.array(z.object({ pattern: slug, mark: patternMarkSchema, updated_at: dateTime })).default([]),
  imported: z
    .array(z.strictObject({ pattern: slug, mark: patternMarkSchema, updated_at: givenDateTime }))
    .default([]),
  fields: { ...values('pattern', 'mark'), updated_at: moment },
  order: ['updated_at', 'id'],
  unique: { pattern: (row) => row.pattern },
} satisfies LearnerData
