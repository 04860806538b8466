import type { Generated } from 'kysely'

/** A learner's settings for their days; without settings there is no row. */
export interface LearnerSettingsTable {
  learner_id: string
  /** The hour, 0–12, at which a new day begins for the learner. */
  day_start_hour: Generated<number>
  /** Reviews a day at most; null: by the hours. */
  daily_review_cap: number | null
  updated_at: Generated<Date>
}
