import { z } from 'zod'
import { dateTime, givenDateTime } from '../../shared/schemas.ts'

export const signInTokenSchema = z.strictObject({
  identifier: z.email().max(320),
  token: z.string().min(16).max(512),
})
export const createSignInTokenSchema = signInTokenSchema.extend({ expires_at: givenDateTime })
/** What `use` answers: the address the token was made for, or null when it is unknown, used or too old. */
export const usedSignInTokenSchema = z.object({
  identifier: z.string().nullable(),
  expires_at: dateTime.nullable(),
})
