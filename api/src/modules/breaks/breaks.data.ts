import { z } from 'zod'
import { id, type LearnerData, moment, uniqueId, value } from '../../shared/learner-data.ts'
import { givenDateTime } from '../../shared/schemas.ts'
import { breakSchema } from './breaks.schemas.ts'

export const breaksData = {
  table: 'breaks',
  label: 'Days off',
  exported: z.array(breakSchema),
  imported: z.array(
    z
      .strictObject({ ...breakSchema.shape, created_at: givenDateTime })
      .refine(({ from, to }) => to >= from, { path: ['to'], message: 'Not before the first day.' }),
  ),
  fields: {
    id,
    from: { ...value, column: 'from_date' },
    to: { ...value, column: 'to_date' },
    created_at: moment,
  },
  order: ['created_at', 'id'],
  unique: { ...uniqueId, from: ({ from, to }) => `${from} ${to}` },
} satisfies LearnerData
