import { z } from 'zod'
import { type LearnerData, moment, values } from '../../shared/learner-data.ts'
import { dateTime, uuid } from '../../shared/schemas.ts'
import { reportSchema } from './moderation.schemas.ts'

/** Never imported: they were made to the moderators of where the file comes from, and would hide comments again. */
export const reportsData = {
  table: 'comment_reports',
  label: 'Reports of comments',
  exported: z.array(reportSchema.extend({ comment_id: uuid, created_at: dateTime })),
  fields: { ...values('comment_id', 'reason', 'note'), created_at: moment },
  order: ['created_at', 'comment_id'],
} satisfies LearnerData
