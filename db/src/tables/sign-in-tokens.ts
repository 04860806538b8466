/** Magic-link tokens; the token itself is never stored. */
export interface SignInTokensTable {
  token_hash: string
  identifier: string
  expires_at: Date
}
