/** An operator's settings while Codify runs, and times of shared work. */
export interface SettingsTable {
  key: string
  value: string
  updated_at: Date
}
