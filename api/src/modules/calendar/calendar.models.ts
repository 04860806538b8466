import type { Tables } from '@codify/db'
import { type LearnerDay, momentOfDay } from '../learner-day/learner-day.models.ts'
import type { PlanJson } from '../plans/plans.schemas.ts'
import type { Calendar } from './calendar.schemas.ts'

export const DEFAULTS = { start_time: '18:00', alarm_minutes: 10 } as const

export type CalendarEvent = Omit<Tables['calendar_events'], 'learner_id'>
/** An item of a plan at the moment it is planned for. */
export type PlannedEvent = Omit<CalendarEvent, 'sequence' | 'modified_at' | 'cancelled_at'>

const DAY_MS = 86_400_000
/** How long an event that has passed stays in the feed. */
const KEPT_DAYS = 60

/** The items of a plan one after the other, from `start_time` on each day; the first of a day has the alarm. */
export function plannedEvents(options: {
  plan: PlanJson
  learnerDay: LearnerDay
  feed: Pick<Calendar, 'start_time' | 'alarm_minutes'>
}): PlannedEvent[] {
  const { plan, learnerDay, feed } = options
  return plan.weeks
    .flatMap(({ days }) => days)
    .flatMap(({ date, problems }) => {
      let start = momentOfDay(date, feed.start_time, learnerDay).getTime()
      return problems.map((item, index) => {
        const starts_at = new Date(start)
        start += item.minutes * 60_000
        return {
          item_id: item.item_id,
          starts_at,
          minutes: item.minutes,
          title: item.title,
          slug: item.slug,
          kind: item.kind,
          alarm_minutes: index === 0 ? feed.alarm_minutes : null,
        }
      })
    })
}

/**
 * Computes the next state of the calendar feed: an item keeps its UID, and its sequence rises with every change (RFC
 * 5545, 3.8.7.4). Events that have begun stay as they were; events that left the plan are cancelled, and may come back.
 */
export function reconcile(options: { known: CalendarEvent[]; planned: PlannedEvent[]; now: Date }): {
  events: CalendarEvent[]
  changed: CalendarEvent[]
  gone: string[]
} {
  const { known, planned, now } = options
  const before = new Map(known.map((event) => [event.item_id, event]))
  const wanted = new Map(planned.map((event) => [event.item_id, event]))
  const oldest = new Date(now.getTime() - KEPT_DAYS * DAY_MS)
  const events: CalendarEvent[] = []
  const changed: CalendarEvent[] = []
  for (const id of new Set([...before.keys(), ...wanted.keys()])) {
    const event = nextState({ known: before.get(id), planned: wanted.get(id), now })
    if (event.starts_at < oldest) continue
    events.push(event)
    if (event !== before.get(id)) changed.push(event)
  }
  const gone = known.filter(({ starts_at }) => starts_at < oldest).map(({ item_id }) => item_id)
  return { events: events.sort(byStart), changed, gone }
}

function nextState(options: {
  known: CalendarEvent | undefined
  planned: PlannedEvent | undefined
  now: Date
}): CalendarEvent {
  const { known, planned, now } = options
  if (!known) {
    if (!planned) throw new Error('an event comes from a plan or from the record')
    return { ...planned, sequence: 0, modified_at: now, cancelled_at: null }
  }
  const next = { sequence: known.sequence + 1, modified_at: now }
  if (!planned) {
    const stays = known.cancelled_at !== null || known.starts_at <= now
    return stays ? known : { ...known, ...next, cancelled_at: now }
  }
  const stays = known.starts_at <= now ? isSameSession(known, planned) : isSame(known, planned)
  if (known.cancelled_at === null && stays) return known
  return { ...planned, ...next, cancelled_at: null }
}

/** A session that has begun does not move with an hour that the learner chooses later, but with the day of the plan. */
function isSameSession(known: CalendarEvent, planned: PlannedEvent): boolean {
  return Math.abs(known.starts_at.getTime() - planned.starts_at.getTime()) < DAY_MS / 2
}

function isSame(known: CalendarEvent, planned: PlannedEvent): boolean {
  return (
    known.starts_at.getTime() === planned.starts_at.getTime() &&
    known.minutes === planned.minutes &&
    known.title === planned.title &&
    known.slug === planned.slug &&
    known.kind === planned.kind &&
    known.alarm_minutes === planned.alarm_minutes
  )
}

function byStart(a: CalendarEvent, b: CalendarEvent): number {
  return a.starts_at.getTime() - b.starts_at.getTime() || (a.item_id < b.item_id ? -1 : 1)
}
