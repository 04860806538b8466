import { randomBytes } from 'node:crypto'
import type { Db } from '@codify/db'
import { sql } from 'kysely'
import type { LearnerDay } from '../learner-day/learner-day.models.ts'
import { toLearnerDay } from '../learner-day/learner-day.repository.ts'

export type RemindersRepository = ReturnType<typeof createRemindersRepository>

const SWEEP_SIZE = 1_000
const KEPT_DAYS = 30

export function createRemindersRepository({ db }: { db: Db }) {
  return {
    async find({ learnerId }: { learnerId: string }) {
      return db
        .selectFrom('reminders')
        .select(['email', 'hour', 'unsubscribe_key'])
        .where('learner_id', '=', learnerId)
        .executeTakeFirst()
    },

    async save(options: { learnerId: string; email: string; hour: number; nextAt: Date }): Promise<void> {
      const { learnerId, email, hour, nextAt } = options
      await db
        .insertInto('reminders')
        .values({
          learner_id: learnerId,
          email,
          hour,
          next_at: nextAt,
          unsubscribe_key: randomBytes(24).toString('base64url'),
        })
        .onConflict((on) => on.column('learner_id').doUpdateSet({ email, hour, next_at: nextAt }))
        .execute()
    },

    async remove({ learnerId }: { learnerId: string }): Promise<void> {
      await db.deleteFrom('reminders').where('learner_id', '=', learnerId).execute()
    },

    async removeByKey({ key }: { key: string }): Promise<void> {
      await db.deleteFrom('reminders').where('unsubscribe_key', '=', key).execute()
    },

    /**
     * Takes reminders whose hour has come: each gets its next moment and, for the day that `plan` names, the one row
     * that lets a mail be sent. Of many processes that ask at once each reminder goes to one. Answers how many.
     */
    async queueDue(options: {
      limit: number
      now: Date
      plan: (reminder: { hour: number; learnerDay: LearnerDay }) => { day: string; nextAt: Date }
    }): Promise<number> {
      const { limit, now, plan } = options
      return db.transaction().execute(async (tx) => {
        const due = await tx
          .selectFrom('reminders as r')
          .leftJoin('intake_profiles as i', 'i.learner_id', 'r.learner_id')
          .leftJoin('learner_settings as s', 's.learner_id', 'r.learner_id')
          .select(['r.learner_id', 'r.hour', 'i.time_zone', 'i.unknown_time_zone', 's.day_start_hour'])
          .where('r.next_at', '<=', now)
          .orderBy('r.next_at')
          .limit(limit)
          .forUpdate('r')
          .skipLocked()
          .execute()
        for (const { learner_id, hour, ...row } of due) {
          const { day, nextAt } = plan({ hour, learnerDay: toLearnerDay(row).learnerDay })
          await tx
            .updateTable('reminders')
            .set({ next_at: nextAt })
            .where('learner_id', '=', learner_id)
            .execute()
          await tx
            .insertInto('reminder_sends')
            .values({ learner_id, day, state: 'queued', try_at: now })
            .onConflict((on) => on.doNothing())
            .execute()
        }
        return due.length
      })
    },

    /** Takes one mail that waits; a process that dies from here on leaves it as `sending`, and it is never sent twice. */
    async takeNext({ now }: { now: Date }) {
      return db
        .updateTable('reminder_sends')
        .set((eb) => ({ state: 'sending' as const, tries: eb('tries', '+', 1) }))
        .where(
          sql<boolean>`(learner_id, day) = (
            select learner_id, day from reminder_sends where state = 'queued' and try_at <= ${now}
            order by try_at limit 1 for update skip locked)`,
        )
        .returning(['learner_id', 'day', 'tries'])
        .executeTakeFirst()
    },

    async settle(options: {
      learnerId: string
      day: string
      state: 'queued' | 'sent' | 'failed' | 'skipped'
      tryAt: Date
    }): Promise<void> {
      const { learnerId, day, state, tryAt } = options
      await db
        .updateTable('reminder_sends')
        .set({ state, try_at: tryAt })
        .where('learner_id', '=', learnerId)
        .where('day', '=', day)
        .execute()
    },

    /** Removes at most a thousand records older than a month; answers how many. */
    async sweep({ now }: { now: Date }): Promise<number> {
      const before = new Date(now.getTime() - KEPT_DAYS * 86_400_000).toISOString().slice(0, 10)
      const result = await db
        .deleteFrom('reminder_sends')
        .where(
          sql<boolean>`(learner_id, day) in (
            select learner_id, day from reminder_sends where day < ${before}::date limit ${SWEEP_SIZE}
            for update skip locked)`,
        )
        .executeTakeFirst()
      return Number(result.numDeletedRows)
    },
  }
}
