import { z } from 'zod'

export const sessionClaimsSchema = z.object({
  sub: z.uuid(),
  /** The session's id; sessions that began before they had one are known by their moment alone. */
  sid: z.uuid().optional(),
  name: z.string(),
  email: z.string(),
  /** The moment of sign-in, in seconds and parts of one. */
  auth_time: z.number().nonnegative(),
})
export type SessionClaims = z.infer<typeof sessionClaimsSchema>

/** Tells sessions, and what their tokens say, apart. */
export function sessionKey({ sub, sid, auth_time, name }: SessionClaims): string {
  return JSON.stringify([sub, sid, auth_time, name])
}

const longestName = 80

/** The name others see: the provider's, else the address up to the @, never the whole address. */
export function displayName(name: string | null | undefined, email: string): string {
  const given = name?.replace(/\s+/g, ' ').trim()
  const chosen = given && !given.includes('@') ? given : (email.split('@')[0] ?? '')
  return [...chosen].slice(0, longestName).join('') || 'Learner'
}
