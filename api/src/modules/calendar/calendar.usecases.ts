import { randomBytes } from 'node:crypto'
import type { Clock } from '../../shared/clock.ts'
import type { LearnerDayRepository } from '../learner-day/learner-day.repository.ts'
import type { PlansRepository } from '../plans/plans.repository.ts'
import { calendarNotFound } from './calendar.errors.ts'
import { DEFAULTS, plannedEvents, reconcile } from './calendar.models.ts'
import type { CalendarRepository } from './calendar.repository.ts'
import { type Calendar, type CalendarSettings, calendarSchema, type NewCalendar } from './calendar.schemas.ts'
import { toIcs } from './ics.ts'

export async function getCalendar(options: {
  learnerId: string
  calendars: CalendarRepository
}): Promise<Calendar> {
  return toCalendar(await options.calendars.find(options))
}

/** Makes the learner's calendar, or gives it a new address; the old one opens nothing any more. */
export async function createCalendar(options: {
  learnerId: string
  settings: CalendarSettings
  calendars: CalendarRepository
  clock: Clock
}): Promise<NewCalendar> {
  const { learnerId, settings, calendars, clock } = options
  const before = await calendars.find({ learnerId })
  const key = randomBytes(24).toString('base64url')
  const alarm = settings.alarm_minutes === undefined ? before?.alarm_minutes : settings.alarm_minutes
  await calendars.create({
    learnerId,
    key,
    settings: {
      start_time: settings.start_time ?? before?.start_time ?? DEFAULTS.start_time,
      alarm_minutes: alarm === undefined ? DEFAULTS.alarm_minutes : alarm,
    },
    now: clock(),
  })
  return { ...(await getCalendar({ learnerId, calendars })), key }
}

/** @throws 404 `calendar.not_found` without a calendar */
export async function changeCalendar(options: {
  learnerId: string
  settings: CalendarSettings
  calendars: CalendarRepository
}): Promise<Calendar> {
  const row = await options.calendars.update(options)
  if (!row) throw calendarNotFound()
  return toCalendar(row)
}

/**
 * The feed that a key opens, as iCalendar text: the current plan, and what calendars have to unlearn.
 *
 * @throws 404 `calendar.not_found` for a key that opens nothing
 */
export async function readFeed(options: {
  key: string
  webUrl: string
  calendars: CalendarRepository
  plans: PlansRepository
  learnerDays: LearnerDayRepository
  clock: Clock
}): Promise<string> {
  const { calendars, clock } = options
  const row = await calendars.findByKey({ key: options.key })
  if (!row) throw calendarNotFound()
  const learnerId = row.learner_id
  const plan = await options.plans.findCurrent({ learnerId })
  const learnerDay = await options.learnerDays.find({ learnerId })
  const feed = toCalendar(row)
  const planned = plan ? plannedEvents({ plan: plan.plan_json, learnerDay, feed }) : []
  const events = await calendars.bringUpToDate({
    learnerId,
    change: (known) => reconcile({ known, planned, now: clock() }),
  })
  return toIcs({ events, webUrl: options.webUrl })
}

function toCalendar(row: Awaited<ReturnType<CalendarRepository['find']>>): Calendar {
  if (!row) return { active: false, ...DEFAULTS, created_at: null }
  return calendarSchema.parse({
    active: true,
    start_time: row.start_time,
    alarm_minutes: row.alarm_minutes,
    created_at: row.created_at.toISOString(),
  })
}
