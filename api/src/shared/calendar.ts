import { Temporal } from 'temporal-polyfill'

/** The calendar day, `YYYY-MM-DD`, that it is at `now` in a time zone. */
export function today({ now, timeZone }: { now: Date; timeZone: string }): string {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString()
}
