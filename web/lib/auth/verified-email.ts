import { z } from 'zod'

const googleProfile = z.object({ email_verified: z.literal(true) })

/** Whether a provider vouches for the address. Magic links prove it; GitHub's is chosen from its verified ones. */
export function isVerifiedEmail({
  provider,
  email,
  profile,
}: {
  provider: string | undefined
  email: string | null | undefined
  profile: unknown
}): boolean {
  if (!email) return false
  if (provider === 'google') return googleProfile.safeParse(profile).success
  return provider === 'email' || provider === 'github'
}
