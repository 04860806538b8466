import { normaliseEmail } from '@codify/api/contract'
import { z } from 'zod'
import type { SignInFailure } from './sign-in-failure.ts'

const profileSchema = z.object({ email: z.string().trim().min(1), email_verified: z.unknown().optional() })

export type VouchedEmail = { email: string } | { refused: SignInFailure }

/** The one form of an address that a magic link proved or a provider vouches for, or why there is none. */
export function vouchedEmail({
  provider,
  email,
  profile,
}: {
  provider: string | undefined
  email: string | null | undefined
  profile: unknown
}): VouchedEmail {
  if (provider === 'email') return oneFormOf(email ?? '')
  if (provider !== 'google' && provider !== 'github') return { refused: 'EmailNotVerified' }
  const given = profileSchema.safeParse(profile)
  if (!given.success) return { refused: 'NoEmail' }
  if (given.data.email_verified !== true) return { refused: 'EmailNotVerified' }
  return oneFormOf(given.data.email)
}

function oneFormOf(given: string): VouchedEmail {
  const email = normaliseEmail(given)
  return email === null ? { refused: 'EmailUnusable' } : { email }
}
