import type { Logger } from 'pino'
import type { Clock } from '../../shared/clock.ts'
import { dayAt } from '../learner-day/learner-day.models.ts'
import type { Today } from '../today/today.schemas.ts'
import type { Mailer } from './mailer.ts'
import { nextSend, nextTry, reminderMail } from './reminders.models.ts'
import type { RemindersRepository } from './reminders.repository.ts'

const LOOK_MS = 30_000
const AT_ONCE = 50
/** Mails one look sends at most, so that it ends; the rest waits for the next. */
const MAILS_A_LOOK = 500

export type ReminderWork = {
  reminders: RemindersRepository
  mailer: Mailer
  /** The learner's day as the page shows it. */
  readToday: (learnerId: string) => Promise<Today>
  webUrl: string
  clock: Clock
  logger: Logger
}

/** Queues what is due and sends what waits; answers how many mails were sent. */
export async function sendReminders(work: ReminderWork): Promise<number> {
  const { reminders, clock } = work
  let queued = AT_ONCE
  for (let round = 0; queued === AT_ONCE && round < MAILS_A_LOOK / AT_ONCE; round += 1) {
    const now = clock()
    queued = await reminders.queueDue({
      limit: AT_ONCE,
      now,
      plan: ({ hour, learnerDay }) => ({
        day: dayAt(now, learnerDay),
        nextAt: nextSend({ now, hour, learnerDay }),
      }),
    })
  }
  let sent = 0
  for (let mails = 0; mails < MAILS_A_LOOK; mails += 1) {
    const taken = await reminders.takeNext({ now: clock() })
    if (!taken) break
    if (await sendOne({ ...work, learnerId: taken.learner_id, day: taken.day, tries: taken.tries })) sent += 1
  }
  return sent
}

async function sendOne(
  work: ReminderWork & { learnerId: string; day: string; tries: number },
): Promise<boolean> {
  const { reminders, learnerId, day, clock, logger } = work
  const settle = (state: 'queued' | 'sent' | 'failed' | 'skipped', tryAt = clock()) =>
    reminders.settle({ learnerId, day, state, tryAt })
  try {
    const reminder = await reminders.find({ learnerId })
    const mail =
      reminder &&
      reminderMail({
        today: await work.readToday(learnerId),
        webUrl: work.webUrl,
        key: reminder.unsubscribe_key,
      })
    if (!reminder || !mail) {
      await settle('skipped')
      return false
    }
    await work.mailer({ to: reminder.email, mail })
    await settle('sent')
    return true
  } catch (err) {
    const tryAt = nextTry({ tries: work.tries, now: clock() })
    logger.warn({ err, tries: work.tries, given_up: tryAt === undefined }, 'a reminder was not sent')
    await settle(tryAt ? 'queued' : 'failed', tryAt)
    return false
  }
}

/** Looks every half minute; `stop` waits for the look that is under way. */
export function startReminderWorker(work: ReminderWork): { stop: () => Promise<void> } {
  let looking: Promise<unknown> = Promise.resolve()
  let busy = false
  const timer = setInterval(() => {
    if (busy) return
    busy = true
    looking = sendReminders(work)
      .catch((err: unknown) => work.logger.warn({ err }, 'reminders wait for the next look'))
      .finally(() => {
        busy = false
      })
  }, LOOK_MS)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await looking
    },
  }
}
