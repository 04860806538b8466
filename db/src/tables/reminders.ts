import type { Generated } from 'kysely'

/** A daily mail that a learner asked for; with it the only address of a learner that is stored. */
export interface RemindersTable {
  learner_id: string
  email: string
  /** Of the learner's day, in their time zone. */
  hour: number
  /** In clear, because every mail carries it; all it can do is to end the mails. */
  unsubscribe_key: string
  next_at: Date
  created_at: Generated<Date>
}
