import { Temporal } from 'temporal-polyfill'

/**
 * The calendar day, `YYYY-MM-DD`, that it is at `now` in a time zone. With `dayStartHour` the day begins at that hour
 * of the clock on the wall: what is before it belongs to the day before.
 */
export function today({
  now,
  timeZone,
  dayStartHour = 0,
}: {
  now: Date
  timeZone: string
  dayStartHour?: number
}): string {
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone)
  const date = local.toPlainDate()
  return (local.hour < dayStartHour ? date.subtract({ days: 1 }) : date).toString()
}
