/** Hits of one caller in one window; `bucket` is a hash, so that no address is stored. Unlogged: a crash forgets them. */
export interface RateCountersTable {
  bucket: string
  hits: number
  expires_at: Date
}
