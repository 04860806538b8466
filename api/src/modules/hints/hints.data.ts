import { z } from 'zod'
import { id, type LearnerData, moment, problem, uniqueId, values } from '../../shared/learner-data.ts'
import { givenDateTime } from '../../shared/schemas.ts'
import { hintTextMax, keptHintSchema } from './hints.schemas.ts'

export const hintsData = {
  table: 'hints',
  label: 'Hints and reviews of your code by the model',
  exported: z.array(keptHintSchema),
  // Exports from before there were hints have none.
  imported: z
    .array(
      z.strictObject({
        ...keptHintSchema.shape,
        text: z.string().min(1).max(hintTextMax),
        model: z.string().min(1).max(200),
        created_at: givenDateTime,
      }),
    )
    .default([]),
  fields: {
    id,
    problem,
    ...values('language', 'kind', 'text', 'model'),
    attempt_id: { kind: 'reference', to: 'attempts' },
    created_at: moment,
  },
  order: ['created_at', 'id'],
  unique: uniqueId,
} satisfies LearnerData
