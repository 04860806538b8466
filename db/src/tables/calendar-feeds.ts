import type { Generated } from 'kysely'

/** A learner's private calendar address; its key is never stored. */
export interface CalendarFeedsTable {
  learner_id: string
  key_hash: string
  /** `HH:MM` in the learner's time zone: when a day's first event begins. */
  start_time: string
  alarm_minutes: number | null
  created_at: Generated<Date>
}
