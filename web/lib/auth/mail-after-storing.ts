import type { Adapter } from 'next-auth/adapters'

/**
 * NextAuth mails a link while it stores the link's token. `stored` holds the mail back until the token is there: with
 * the API away nobody gets a link that leads nowhere.
 */
export function mailAfterStoring(adapter: Adapter): { adapter: Adapter; stored: Promise<void> } {
  const { promise: stored, resolve, reject } = Promise.withResolvers<void>()
  // Where no mail is sent nobody waits for it.
  stored.catch(() => {})
  return {
    stored,
    adapter: {
      ...adapter,
      async createVerificationToken(created) {
        try {
          const kept = await adapter.createVerificationToken?.(created)
          resolve()
          return kept
        } catch (error) {
          reject(error)
          throw error
        }
      },
    },
  }
}
