import { z } from 'zod'
import { type LearnerData, moment, problem, values } from '../../shared/learner-data.ts'
import { givenDateTime, slug } from '../../shared/schemas.ts'
import { codeDraftSchema } from './code-drafts.schemas.ts'

const rowSchema = codeDraftSchema.omit({ version: true }).extend({ problem: slug })

export const codeDraftsData = {
  table: 'code_drafts',
  label: 'Code you were writing',
  exported: z.array(rowSchema),
  imported: z.array(z.strictObject({ ...rowSchema.shape, updated_at: givenDateTime })),
  fields: { problem, ...values('language', 'code'), updated_at: moment },
  order: ['updated_at', 'version'],
  unique: { problem: (row) => `${row.problem} ${row.language}` },
} satisfies LearnerData
