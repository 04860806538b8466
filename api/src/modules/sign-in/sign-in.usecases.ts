import type { z } from 'zod'
import type { Clock } from '../../shared/clock.ts'
import { invalidRequest } from '../../shared/errors.ts'
import type { SignInRepository } from './sign-in.repository.ts'
import type { createSignInTokenSchema, signInTokenSchema, usedSignInTokenSchema } from './sign-in.schemas.ts'

const MAX_LIFE_MINUTES = 15

/**
 * Keeps a magic-link token.
 *
 * @throws 400 at `expires_at` when it lies more than 15 minutes ahead
 */
export async function keepSignInToken(options: {
  request: z.output<typeof createSignInTokenSchema>
  signIn: SignInRepository
  clock: Clock
}): Promise<void> {
  const { identifier, token, browser, expires_at } = options.request
  const now = options.clock()
  const expiresAt = new Date(expires_at)
  if (expiresAt.getTime() > now.getTime() + MAX_LIFE_MINUTES * 60_000)
    throw invalidRequest([{ field: 'expires_at', message: `At most ${MAX_LIFE_MINUTES} minutes ahead.` }])
  await options.signIn.keep({ identifier: identifier.toLowerCase(), token, browser, expiresAt, now })
}

/**
 * Uses a token up. Unknown, used and expired ones, and those of another browser, get the same answer; the browser that
 * asked for a newer link hears that.
 */
export async function takeSignInToken(options: {
  request: z.output<typeof signInTokenSchema>
  signIn: SignInRepository
  clock: Clock
}): Promise<z.infer<typeof usedSignInTokenSchema>> {
  const { request, signIn, clock } = options
  const link = { ...request, identifier: request.identifier.toLowerCase() }
  const taken = await signIn.take(link)
  if (taken && taken.expires_at > clock())
    return { identifier: taken.identifier, expires_at: taken.expires_at.toISOString(), superseded: false }
  return { identifier: null, expires_at: null, superseded: !taken && (await signIn.isSuperseded(link)) }
}
