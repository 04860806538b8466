import { z } from 'zod'
import { type LearnerData, moment, values } from '../../shared/learner-data.ts'
import { tokenSchema } from './tokens.schemas.ts'

/** Never imported: without its hash, which is not exported, a token opens nothing. */
export const tokensData = {
  table: 'personal_tokens',
  label: 'Personal tokens',
  exported: z
    .array(tokenSchema.omit({ id: true, expired: true }))
    // Earlier exports did not have them.
    .default([])
    .meta({ description: 'Without the tokens themselves, which are not stored.' }),
  fields: {
    ...values('name', 'prefix', 'scopes', 'last_used_on'),
    created_at: moment,
    expires_at: moment,
  },
  order: ['created_at', 'id'],
} satisfies LearnerData
