import type { Generated } from 'kysely'

/** Magic-link tokens; the token itself is never stored. */
export interface SignInTokensTable {
  token_hash: string
  identifier: string
  /** The browser that asked for the link; only that one can use it. */
  browser_hash: Generated<string>
  /** A newer link was made for the same address and browser; this one is dead. */
  superseded: Generated<boolean>
  expires_at: Date
}
