import 'server-only'
import { type Calendar, calendarSchema, type Reminder, reminderSchema } from '@codify/api/contract'
import { load, serverApi } from '@/lib/server-api.ts'

export async function loadCalendar(): Promise<Calendar> {
  const api = await serverApi()
  return load(api.v1.calendar.$get(), calendarSchema)
}

export async function loadReminder(): Promise<Reminder> {
  const api = await serverApi()
  return load(api.v1.reminder.$get(), reminderSchema)
}
