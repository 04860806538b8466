import { z } from 'zod'

/** A text, or nothing where a provider gives something else. */
const text = z.string().nullish().catch(undefined)

const googleSchema = z.object({ sub: z.string().min(1), name: text, email: text })
const githubSchema = z.object({
  id: z.union([z.number(), z.string().min(1)]),
  name: text,
  login: text,
  email: text,
})
const emailsSchema = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }))

/** Profile that next-auth needs; the address counts only once the provider has verified it. */
export type ProviderProfile = { id: string; name: string | undefined; email: string | undefined }

/** @throws when it names nobody */
export function googleProfile(claims: unknown): ProviderProfile {
  const { sub, name, email } = googleSchema.parse(claims)
  return { id: sub, name: name ?? undefined, email: email ?? undefined }
}

/** @throws when it names nobody */
export function githubProfile(user: unknown): ProviderProfile {
  const { id, name, login, email } = githubSchema.parse(user)
  return { id: String(id), name: name ?? login ?? undefined, email: email ?? undefined }
}

/**
 * The primary one of GitHub's `/user/emails`, in the claims of OpenID Connect. The address of the profile itself is the
 * public one, which may be another, or none.
 */
export function primaryEmail(emails: unknown): { email: string | undefined; email_verified: boolean } {
  const primary = emailsSchema.safeParse(emails).data?.find((each) => each.primary)
  return { email: primary?.email, email_verified: primary?.verified ?? false }
}
