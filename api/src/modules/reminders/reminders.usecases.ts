import type { Clock } from '../../shared/clock.ts'
import { learnerIdOf } from '../../shared/learner-id.ts'
import type { LearnerDayRepository } from '../learner-day/learner-day.repository.ts'
import { mailUnavailable, reminderNotYours } from './reminders.errors.ts'
import { nextSend } from './reminders.models.ts'
import type { RemindersRepository } from './reminders.repository.ts'
import type { Reminder, ReminderInput } from './reminders.schemas.ts'

export async function getReminder(options: {
  learnerId: string
  available: boolean
  reminders: RemindersRepository
}): Promise<Reminder> {
  const { available } = options
  const row = await options.reminders.find(options)
  return { available, active: row !== undefined, email: row?.email ?? null, hour: row?.hour ?? null }
}

/**
 * Switches the daily mail on, or moves its hour. A learner's id follows from the address they signed in with, so a
 * mail can go to nobody else.
 *
 * @throws 409 `reminder.mail_unavailable`, 400 at `email` when it is another's
 */
export async function saveReminder(options: {
  learnerId: string
  input: ReminderInput
  available: boolean
  reminders: RemindersRepository
  learnerDays: LearnerDayRepository
  clock: Clock
}): Promise<Reminder> {
  const { learnerId, input, available, reminders } = options
  if (!available) throw mailUnavailable()
  if (learnerIdOf(input.email) !== learnerId) throw reminderNotYours()
  const learnerDay = await options.learnerDays.find({ learnerId })
  const nextAt = nextSend({ now: options.clock(), hour: input.hour, learnerDay })
  await reminders.save({ learnerId, ...input, nextAt })
  return getReminder({ learnerId, available, reminders })
}
