import { Hono } from 'hono'
import type { Clock } from '../../shared/clock.ts'
import type { AppEnv } from '../../shared/request-env.ts'
import { learnerRoute, publicRoute } from '../../shared/route.ts'
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
  /** True if mail can be sent. */
  available: boolean
  clock: Clock
}) {
  const { reminders } = deps
  return new Hono<AppEnv>()
    .get(
      '/v1/reminder',
      learnerRoute(
        { tag, summary: "Read the settings of one's daily mail", answer: reminderSchema },
        ({ learnerId }) => getReminder({ learnerId, ...deps }),
      ),
    )
    .put(
      '/v1/reminder',
      learnerRoute(
        {
          tag,
          summary: 'Switch the daily mail on, or move its hour',
          body: reminderInputSchema,
          answer: reminderSchema,
          problems: [409],
        },
        ({ learnerId, body: input }) => saveReminder({ learnerId, input, ...deps }),
      ),
    )
    .delete(
      '/v1/reminder',
      learnerRoute(
        { tag, summary: 'Switch the daily mail off; its address is forgotten' },
        async ({ learnerId }) => {
          await reminders.remove({ learnerId })
          return undefined
        },
      ),
    )
    .post(
      '/v1/reminder/unsubscribe',
      publicRoute(
        {
          tag,
          summary: 'End the daily mail by the key that it carries',
          description: 'Says the same whether the key was good or not.',
          body: unsubscribeSchema,
          answer: unsubscribedSchema,
        },
        async ({ body }) => {
          await reminders.removeByKey(body)
          return { unsubscribed: true as const }
        },
      ),
    )
}
