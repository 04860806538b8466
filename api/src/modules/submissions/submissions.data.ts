import { z } from 'zod'
import { id, type LearnerData, moment, problem, uniqueId, values } from '../../shared/learner-data.ts'
import { givenDateTime } from '../../shared/schemas.ts'
import { agreement, agrees, submissionResultShape, submissionSchema } from './submissions.schemas.ts'

export const submissionsData = {
  table: 'submissions',
  label: 'Submissions',
  exported: z.array(submissionSchema),
  imported: z.array(
    z
      .strictObject({ ...submissionSchema.shape, ...submissionResultShape, created_at: givenDateTime })
      .refine(agrees, agreement),
  ),
  fields: {
    id,
    problem,
    ...values('language', 'code', 'outcome', 'passed', 'total', 'ms', 'hints_used'),
    attempt_id: { kind: 'reference', to: 'attempts' },
    created_at: moment,
  },
  order: ['created_at', 'id'],
  unique: uniqueId,
} satisfies LearnerData
