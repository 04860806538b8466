import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import type { Clock } from '../../shared/clock.ts'
import type { AppEnv } from '../../shared/request-env.ts'
import { learnerRoute, publicRoute } from '../../shared/route.ts'
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
  return new Hono<AppEnv>()
    .get(
      '/v1/calendar',
      learnerRoute(
        { tag, summary: "Read the settings of one's calendar feed", answer: calendarSchema },
        ({ learnerId }) => getCalendar({ learnerId, ...deps }),
      ),
    )
    .post(
      '/v1/calendar',
      learnerRoute(
        {
          tag,
          summary: 'Make a calendar feed, or give it a new key',
          description: 'The key is told this once; one made before opens nothing any more.',
          body: calendarSettingsSchema,
          answer: newCalendarSchema,
          status: 201,
        },
        ({ learnerId, body: settings }) => createCalendar({ learnerId, settings, ...deps }),
      ),
    )
    .patch(
      '/v1/calendar',
      learnerRoute(
        {
          tag,
          summary: 'Change when events begin, or their alarm',
          body: calendarSettingsSchema,
          answer: calendarSchema,
          problems: [404],
        },
        ({ learnerId, body: settings }) => changeCalendar({ learnerId, settings, ...deps }),
      ),
    )
    .delete(
      '/v1/calendar',
      learnerRoute({ tag, summary: 'Revoke the calendar feed' }, async ({ learnerId }) => {
        await deps.calendars.revoke({ learnerId })
        return undefined
      }),
    )
    .get(
      '/v1/calendar/feed',
      publicRoute(
        {
          tag,
          summary: 'Read the feed that a key opens (iCalendar)',
          headers: calendarKeyHeaderSchema,
          others: {
            200: { description: 'The feed', contentType: 'text/calendar' },
            304: { description: 'As it was' },
          },
          problems: [404],
        },
        async ({ headers: asked }, c) => {
          const text = await readFeed({ key: asked['x-calendar-key'], ...deps })
          const etag = `"${createHash('sha256').update(text).digest('base64url')}"`
          const headers = { etag, 'cache-control': 'private, no-cache' }
          if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers)
          return c.body(text, 200, { ...headers, 'content-type': 'text/calendar; charset=utf-8' })
        },
      ),
    )
}
