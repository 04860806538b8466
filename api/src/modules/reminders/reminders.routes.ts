import { Hono } from 'hono'
import type { AppEnv } from '../../app/app-types.ts'
import { requireLearner } from '../../app/auth/auth.middleware.ts'
import type { Clock } from '../../shared/clock.ts'
import { describe } from '../../shared/openapi.ts'
import { validate } from '../../shared/validate.ts'
import type { LearnerDayRepository } from '../learner-day/learner-day.repository.ts'
import type { RemindersRepository } from './reminders.repository.ts'
import {
  reminderInputSchema,
  reminderSchema,
  unsubscribedSchema,
  unsubscribeSchema,
} from './reminders.schemas.ts'
import { getReminder, saveReminder } from './reminders.usecases.ts'

const tag = 'Reminders'

export function createRemindersRoutes(deps: {
  reminders: RemindersRepository
  learnerDays: LearnerDayRepository
  /** Whether mail can be sent. */
  available: boolean
  clock: Clock
}) {
  const { reminders, available } = deps
  return new Hono<AppEnv>()
    .get(
      '/v1/reminder',
      describe({
        tag,
        summary: "One's daily mail",
        success: { status: 200, description: 'Its settings', schema: reminderSchema },
        signedIn: true,
      }),
      requireLearner,
      async (c) => c.json(await getReminder({ learnerId: c.get('learner').id, available, reminders }), 200),
    )
    .put(
      '/v1/reminder',
      describe({
        tag,
        summary: 'Switch the daily mail on, or move its hour',
        success: { status: 200, description: 'Its settings', schema: reminderSchema },
        problems: [409, 413],
        signedIn: true,
      }),
      requireLearner,
      validate('json', reminderInputSchema),
      async (c) => {
        const learnerId = c.get('learner').id
        return c.json(await saveReminder({ learnerId, input: c.req.valid('json'), ...deps }), 200)
      },
    )
    .delete(
      '/v1/reminder',
      describe({
        tag,
        summary: 'Switch the daily mail off',
        success: { status: 204, description: 'Off; the address is forgotten' },
        signedIn: true,
      }),
      requireLearner,
      async (c) => {
        await reminders.remove({ learnerId: c.get('learner').id })
        return c.body(null, 204)
      },
    )
    .post(
      '/v1/reminder/unsubscribe',
      describe({
        tag,
        summary: 'End the daily mail by the key that it carries',
        description: 'Says the same whether the key was good or not.',
        success: { status: 200, description: 'There are no more mails', schema: unsubscribedSchema },
        problems: [413],
      }),
      validate('json', unsubscribeSchema),
      async (c) => {
        await reminders.removeByKey(c.req.valid('json'))
        return c.json({ unsubscribed: true as const }, 200)
      },
    )
}
