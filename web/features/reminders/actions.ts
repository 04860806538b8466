import {
  type Calendar,
  type CalendarSettings,
  calendarSchema,
  type NewCalendar,
  newCalendarSchema,
  type Reminder,
  type ReminderInput,
  reminderSchema,
  unsubscribedSchema,
} from '@codify/api/contract'
import { browserApi, unwrap } from '@/lib/browser-api.ts'

/** Makes the calendar, or a new address for it; the old one opens nothing any more. */
export async function createCalendar(): Promise<NewCalendar> {
  return unwrap(browserApi.v1.calendar.$post({ json: {} }), newCalendarSchema)
}

export async function changeCalendar(settings: CalendarSettings): Promise<Calendar> {
  return unwrap(browserApi.v1.calendar.$patch({ json: settings }), calendarSchema)
}

export async function revokeCalendar(): Promise<void> {
  await unwrap(browserApi.v1.calendar.$delete())
}

export async function saveReminder(input: ReminderInput): Promise<Reminder> {
  return unwrap(browserApi.v1.reminder.$put({ json: input }), reminderSchema)
}

export async function removeReminder(): Promise<void> {
  await unwrap(browserApi.v1.reminder.$delete())
}

export async function unsubscribe(key: string): Promise<void> {
  await unwrap(browserApi.v1.reminder.unsubscribe.$post({ json: { key } }), unsubscribedSchema)
}
