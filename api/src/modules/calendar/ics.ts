import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { CalendarEvent } from './calendar.models.ts'

const kindWords = { new: 'New problem', review: 'Review', probe: 'A cold try' } as const
const HOUR_SECONDS = 3_600

/** Events as an iCalendar file (RFC 5545). Moments are in UTC, so that no calendar has to know a time zone. */
export function toIcs({ events, webUrl }: { events: CalendarEvent[]; webUrl: string }): string {
  const calendar = ical({
    name: 'Codify',
    description: 'Your study plan',
    prodId: { company: 'Codify', product: 'Codify', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: HOUR_SECONDS,
    url: webUrl,
  })
  for (const event of events) {
    const address = `${webUrl}/problems/${encodeURIComponent(event.slug)}`
    const entry = calendar.createEvent({
      id: `${event.item_id}@codify`,
      sequence: event.sequence,
      start: event.starts_at,
      end: new Date(event.starts_at.getTime() + event.minutes * 60_000),
      stamp: event.modified_at,
      lastModified: event.modified_at,
      summary: event.title,
      description: `${kindWords[event.kind]}, ${event.minutes} minutes.\n${address}`,
      url: address,
      status: event.cancelled_at ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })
    if (event.alarm_minutes !== null && !event.cancelled_at)
      entry.createAlarm({
        type: ICalAlarmType.display,
        triggerBefore: event.alarm_minutes * 60,
        description: event.title,
      })
  }
  return calendar.toString()
}
