/** What an operator sets while Codify runs, and when shared work was last done. */
export interface SettingsTable {
  key: string
  value: string
  updated_at: Date
}
