import { z } from 'zod'
import { id, type LearnerData, moment, problemOrOwn, uniqueId, values } from '../../shared/learner-data.ts'
import { givenDateTime, slug, uuid } from '../../shared/schemas.ts'
import { attemptSchema, createAttemptSchema } from './attempts.schemas.ts'

const { shape: given } = createAttemptSchema

export const attemptsData = {
  table: 'attempts',
  label: 'Attempts',
  exported: z.array(
    attemptSchema.extend({
      for_problem: slug.nullable().meta({ description: 'The problem whose review it stood for.' }),
    }),
  ),
  imported: z.array(
    z
      .strictObject({
        ...attemptSchema.shape,
        minutes: given.minutes.unwrap().nullable(),
        hints_used: given.hints_used.unwrap().nullable(),
        for_problem: slug.nullable(),
        // Earlier exports had no pastes.
        paste_id: uuid.nullable().default(null),
        pasted_at: givenDateTime.nullable().default(null),
        retracted_at: givenDateTime.nullable(),
        started_at: givenDateTime.nullable(),
        created_at: givenDateTime,
      })
      .refine(({ paste_id, pasted_at }) => (paste_id === null) === (pasted_at === null), {
        path: ['pasted_at'],
        message: 'With a paste its moment, and neither without.',
      }),
  ),
  fields: {
    id,
    problem: problemOrOwn,
    ...values('outcome', 'minutes', 'rating', 'hints_used', 'item_id'),
    started_at: moment,
    created_at: moment,
    retracted_at: moment,
    paste_id: id,
    pasted_at: moment,
    for_problem: { ...problemOrOwn, column: 'for_problem_id' },
  },
  order: ['created_at', 'id'],
  unique: uniqueId,
} satisfies LearnerData

export const progressData = {
  table: 'problem_progress',
  label: 'Where you stand with each problem',
} satisfies LearnerData
