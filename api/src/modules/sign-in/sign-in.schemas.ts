import { z } from 'zod'
import { emailSchema } from '../../shared/email.ts'
import { dateTime, givenDateTime } from '../../shared/schemas.ts'

const secret = z.string().min(16).max(512)

export const signInTokenSchema = z.strictObject({
  identifier: emailSchema,
  token: secret,
  /** Secret of the browser that asked for the link; no other browser knows it. */
  browser: secret,
})
export const createSignInTokenSchema = signInTokenSchema.extend({ expires_at: givenDateTime })
/**
 * Answer of `use`: the address that the token was made for, or null if it is unknown, used, expired, or of another
 * browser.
 */
export const usedSignInTokenSchema = z.object({
  identifier: z.string().nullable(),
  expires_at: dateTime.nullable(),
  /** The browser that asked has asked for a newer link since. */
  superseded: z.boolean(),
})
/** Before a link is made and sent: may it be? */
export const signInLinkSchema = z.strictObject({
  identifier: emailSchema,
  /** True if the link is mailed, and so fills a mailbox; a link shown on the page of the one machine does not. */
  mailed: z.boolean(),
})
