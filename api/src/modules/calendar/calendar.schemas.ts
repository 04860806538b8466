import { z } from 'zod'
import { dateTime } from '../../shared/schemas.ts'

export const alarmChoices = [0, 10, 30, 60] as const
const startTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time of day from 00:00 to 23:59, such as 18:00.')
const alarm = z.union(alarmChoices.map((minutes) => z.literal(minutes)))

/**
 * Fields that are left out keep their value, or take the default in a new calendar: 18:00, and an alarm ten minutes
 * before.
 */
export const calendarSettingsSchema = z.strictObject({
  start_time: startTime
    .optional()
    .meta({ description: "When a day's first event begins, in your time zone." }),
  alarm_minutes: alarm
    .nullable()
    .optional()
    .meta({ description: "Minutes before a day's first event; null: no alarm." }),
})
export type CalendarSettings = z.infer<typeof calendarSettingsSchema>

export const calendarSchema = z
  .object({
    active: z.boolean(),
    start_time: startTime,
    alarm_minutes: alarm.nullable(),
    created_at: dateTime.nullable(),
  })
  .meta({ ref: 'Calendar' })
export type Calendar = z.infer<typeof calendarSchema>

export const newCalendarSchema = calendarSchema
  .extend({ key: z.string().meta({ description: 'Opens the feed; told this once.' }) })
  .meta({ ref: 'NewCalendar' })
export type NewCalendar = z.infer<typeof newCalendarSchema>

/** In a header, not in the address: addresses stand in logs. */
export const calendarKeyHeaderSchema = z.object({ 'x-calendar-key': z.string().min(1).max(100) })
