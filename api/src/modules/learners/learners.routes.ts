import { Hono } from 'hono'
import type { AppEnv } from '../../app/app-types.ts'
import { requireLearner } from '../../app/auth/auth.middleware.ts'
import type { Clock } from '../../shared/clock.ts'
import { describe } from '../../shared/openapi.ts'
import type { CalendarRepository } from '../calendar/calendar.repository.ts'
import type { GenerationsRepository } from '../generations/generations.repository.ts'
import type { IntakeRepository } from '../intake/intake.repository.ts'
import type { RemindersRepository } from '../reminders/reminders.repository.ts'
import type { EndedSessionsCache } from './ended-sessions-cache.ts'
import type { LearnerExportRepository } from './learner-export.repository.ts'
import type { LearnersRepository } from './learners.repository.ts'
import { deletedSchema, learnerExportSchema } from './learners.schemas.ts'
import { deleteLearner, exportLearner, signOut, signOutEverywhere } from './learners.usecases.ts'

const tag = 'Me'

export function createLearnersRoutes(deps: {
  endedSessions: EndedSessionsCache
  learners: LearnersRepository
  stored: LearnerExportRepository
  intake: IntakeRepository
  generations: GenerationsRepository
  calendars: CalendarRepository
  reminders: RemindersRepository
  clock: Clock
}) {
  const { learners, endedSessions, clock } = deps
  return new Hono<AppEnv>()
    .get(
      '/v1/me/export',
      describe({
        tag,
        summary: 'Everything held on the learner',
        success: { status: 200, description: 'One JSON file', schema: learnerExportSchema },
        signedIn: true,
      }),
      requireLearner,
      async (c) => {
        const learnerId = c.get('learner').id
        const everything = await exportLearner({ learnerId, ...deps })
        return c.json(everything, 200, {
          'content-disposition': 'attachment; filename="codify-export.json"',
          'cache-control': 'no-store',
        })
      },
    )
    .delete(
      '/v1/me',
      describe({
        tag,
        summary: 'Delete everything held on the learner, and end every session',
        success: { status: 200, description: 'How much of what was deleted', schema: deletedSchema },
        signedIn: true,
      }),
      requireLearner,
      async (c) => {
        const session = c.get('learner')
        return c.json(await deleteLearner({ session, learners, endedSessions, clock }), 200)
      },
    )
    .get(
      '/v1/me/session',
      describe({
        tag,
        summary: 'Check that this session still counts',
        success: { status: 204, description: 'It does' },
        signedIn: true,
      }),
      requireLearner,
      (c) => c.body(null, 204),
    )
    .post(
      '/v1/me/sign-out',
      describe({
        tag,
        summary: 'End this session',
        success: { status: 204, description: 'Signed out' },
        signedIn: true,
      }),
      requireLearner,
      async (c) => {
        await signOut({ session: c.get('learner'), learners, endedSessions })
        return c.body(null, 204)
      },
    )
    .post(
      '/v1/me/sign-out-everywhere',
      describe({
        tag,
        summary: 'End every session of the learner, this one included',
        success: { status: 204, description: 'Signed out' },
        signedIn: true,
      }),
      requireLearner,
      async (c) => {
        await signOutEverywhere({ session: c.get('learner'), learners, endedSessions, clock })
        return c.body(null, 204)
      },
    )
}
