import type { Generated } from 'kysely'

/** One learner's mail of one day: there is never a second row, so there is never a second mail. */
export interface ReminderSendsTable {
  learner_id: string
  /** `YYYY-MM-DD` */
  day: string
  state: 'queued' | 'sending' | 'sent' | 'failed' | 'skipped'
  tries: Generated<number>
  try_at: Date
}
