import { z } from 'zod'
import { id, type LearnerData, moment, problem, uniqueId, values } from '../../shared/learner-data.ts'
import { givenDateTime } from '../../shared/schemas.ts'
import { storedInterviewSchema } from './interviews.schemas.ts'

export const interviewsData = {
  table: 'interviews',
  label: 'Interviews',
  exported: z.array(storedInterviewSchema),
  imported: z.array(
    z
      .strictObject({
        ...storedInterviewSchema.shape,
        started_at: givenDateTime,
        predicted_at: givenDateTime.nullable(),
        ended_at: givenDateTime.nullable(),
      })
      .refine(
        (one) =>
          new Set([one.pattern, one.confidence, one.is_right, one.predicted_at].map(isNull)).size === 1,
        { path: ['pattern'], message: 'A prediction has all of its parts, or none.' },
      ),
  ),
  fields: {
    id,
    problem,
    ...values('minutes', 'pattern', 'confidence', 'is_right'),
    submission_id: { kind: 'reference', to: 'submissions' },
    started_at: moment,
    predicted_at: moment,
    ended_at: moment,
  },
  order: ['started_at', 'id'],
  unique: uniqueId,
  check: (rows) =>
    rows.filter(({ ended_at }) => ended_at === null).length > 1 ? 'More than one is open.' : undefined,
} satisfies LearnerData

function isNull(part: unknown): boolean {
  return part === null
}
