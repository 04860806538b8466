import { z } from 'zod'
import { type LearnerData, moment, problem, uniqueProblem, value } from '../../shared/learner-data.ts'
import { levels } from '../../shared/levels.ts'
import { dateTime, givenDateTime, slug } from '../../shared/schemas.ts'

const level = z.enum(levels).nullable()

export const upvotesData = {
  table: 'upvotes',
  label: 'Upvotes',
  exported: z.array(z.object({ problem: z.string(), level, created_at: dateTime })),
  imported: z.array(z.strictObject({ problem: slug, level, created_at: givenDateTime })),
  fields: { problem, level: value, created_at: moment },
  order: ['created_at', 'problem_id'],
  unique: uniqueProblem,
} satisfies LearnerData
