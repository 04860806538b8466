import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import type { AppEnv } from '../../app/app-types.ts'
import { requireLearner } from '../../app/auth/auth.middleware.ts'
import type { Clock } from '../../shared/clock.ts'
import { describe } from '../../shared/openapi.ts'
import { validate } from '../../shared/validate.ts'
import type { LearnerDayRepository } from '../learner-day/learner-day.repository.ts'
import type { PlansRepository } from '../plans/plans.repository.ts'
import type { CalendarRepository } from './calendar.repository.ts'
import {
  calendarKeyHeaderSchema,
  calendarSchema,
  calendarSettingsSchema,
  newCalendarSchema,
} from './calendar.schemas.ts'
import { changeCalendar, createCalendar, getCalendar, readFeed } from './calendar.usecases.ts'

const tag = 'Calendar'

export function createCalendarRoutes(deps: {
  calendars: CalendarRepository
  plans: PlansRepository
  learnerDays: LearnerDayRepository
  /** The public address that events point to. */
  webUrl: string
  clock: Clock
}) {
  const { calendars, clock } = deps
  return new Hono<AppEnv>()
    .get(
      '/v1/calendar',
      describe({
        tag,
        summary: "One's calendar feed",
        success: { status: 200, description: 'Its settings', schema: calendarSchema },
        signedIn: true,
      }),
      requireLearner,
      async (c) => c.json(await getCalendar({ learnerId: c.get('learner').id, calendars }), 200),
    )
    .post(
      '/v1/calendar',
      describe({
        tag,
        summary: 'Make a calendar feed, or give it a new key',
        description: 'The key is told this once; one made before opens nothing any more.',
        success: { status: 201, description: 'The feed and its key', schema: newCalendarSchema },
        problems: [413],
        signedIn: true,
      }),
      requireLearner,
      validate('json', calendarSettingsSchema),
      async (c) => {
        const learnerId = c.get('learner').id
        const settings = c.req.valid('json')
        return c.json(await createCalendar({ learnerId, settings, calendars, clock }), 201)
      },
    )
    .patch(
      '/v1/calendar',
      describe({
        tag,
        summary: 'Change when events begin, or their alarm',
        success: { status: 200, description: 'Its settings', schema: calendarSchema },
        problems: [404, 413],
        signedIn: true,
      }),
      requireLearner,
      validate('json', calendarSettingsSchema),
      async (c) => {
        const learnerId = c.get('learner').id
        return c.json(await changeCalendar({ learnerId, settings: c.req.valid('json'), calendars }), 200)
      },
    )
    .delete(
      '/v1/calendar',
      describe({
        tag,
        summary: 'Revoke the calendar feed',
        success: { status: 204, description: 'Revoked' },
        signedIn: true,
      }),
      requireLearner,
      async (c) => {
        await calendars.revoke({ learnerId: c.get('learner').id })
        return c.body(null, 204)
      },
    )
    .get(
      '/v1/calendar/feed',
      describe({
        tag,
        summary: 'The feed that a key opens (iCalendar)',
        success: [
          { status: 200, description: 'The feed', contentType: 'text/calendar' },
          { status: 304, description: 'As it was' },
        ],
        problems: [404],
      }),
      validate('header', calendarKeyHeaderSchema),
      async (c) => {
        const text = await readFeed({ key: c.req.valid('header')['x-calendar-key'], ...deps })
        const etag = `"${createHash('sha256').update(text).digest('base64url')}"`
        const headers = { etag, 'cache-control': 'private, no-cache' }
        if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers)
        return c.body(text, 200, { ...headers, 'content-type': 'text/calendar; charset=utf-8' })
      },
    )
}
