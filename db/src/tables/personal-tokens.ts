import type { Generated } from 'kysely'

/** A token for a learner's own programs; only its hash is stored. */
export interface PersonalTokensTable {
  id: Generated<string>
  learner_id: string
  /** The name that the session which made it showed beside comments. */
  learner_name: string
  name: string
  /** The first characters of the token, which find it and may be shown. */
  prefix: string
  /** SHA-256 of the whole token. */
  token_hash: Buffer
  scopes: string[]
  /** Start of the session that made it: signing out everywhere later than that ends it. */
  session_began: Date
  created_at: Generated<Date>
  /** Null: it has no end. */
  expires_at: Date | null
  /** `YYYY-MM-DD` in UTC. */
  last_used_on: Generated<string | null>
}
