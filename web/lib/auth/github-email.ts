import { z } from 'zod'

const emailsSchema = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }))

/** Of GitHub's `/user/emails`, the primary address if it is verified, else null. */
export function primaryVerifiedEmail(answer: unknown): string | null {
  const emails = emailsSchema.safeParse(answer)
  if (!emails.success) return null
  return emails.data.find((each) => each.primary && each.verified)?.email ?? null
}
