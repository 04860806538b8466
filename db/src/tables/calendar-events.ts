/** State of an item in calendars: its UID for life, and the number of its changes. */
export interface CalendarEventsTable {
  learner_id: string
  item_id: string
  sequence: number
  starts_at: Date
  minutes: number
  title: string
  slug: string
  kind: 'new' | 'review' | 'probe'
  alarm_minutes: number | null
  modified_at: Date
  /** Set while the item is in no plan; it may come back. */
  cancelled_at: Date | null
}
