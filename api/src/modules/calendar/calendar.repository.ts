import { createHash } from 'node:crypto'
import type { Db } from '@codify/db'
import { sql } from 'kysely'
import type { CalendarEvent } from './calendar.models.ts'
import type { CalendarSettings } from './calendar.schemas.ts'

export type CalendarRepository = ReturnType<typeof createCalendarRepository>

const feedColumns = ['learner_id', 'start_time', 'alarm_minutes', 'created_at'] as const
const eventColumns = [
  'item_id',
  'sequence',
  'starts_at',
  'minutes',
  'title',
  'slug',
  'kind',
  'alarm_minutes',
  'modified_at',
  'cancelled_at',
] as const

export function createCalendarRepository({ db }: { db: Db }) {
  return {
    async find({ learnerId }: { learnerId: string }) {
      return db
        .selectFrom('calendar_feeds')
        .select(feedColumns)
        .where('learner_id', '=', learnerId)
        .executeTakeFirst()
    },

    async findByKey({ key }: { key: string }) {
      return db
        .selectFrom('calendar_feeds')
        .select(feedColumns)
        .where('key_hash', '=', hash(key))
        .executeTakeFirst()
    },

    /** Gives the learner's calendar a key; the one before opens nothing any more. */
    async create(options: {
      learnerId: string
      key: string
      settings: { start_time: string; alarm_minutes: number | null }
      now: Date
    }): Promise<void> {
      const { learnerId, key, settings, now } = options
      const row = { key_hash: hash(key), created_at: now, ...settings }
      await db
        .insertInto('calendar_feeds')
        .values({ learner_id: learnerId, ...row })
        .onConflict((on) => on.column('learner_id').doUpdateSet(row))
        .execute()
    },

    /** Changes what is given; undefined when there is no calendar. */
    async update({ learnerId, settings }: { learnerId: string; settings: CalendarSettings }) {
      const { start_time, alarm_minutes } = settings
      return db
        .updateTable('calendar_feeds')
        .set((eb) => ({
          start_time: start_time ?? eb.ref('start_time'),
          alarm_minutes: alarm_minutes === undefined ? eb.ref('alarm_minutes') : alarm_minutes,
        }))
        .where('learner_id', '=', learnerId)
        .returning(feedColumns)
        .executeTakeFirst()
    },

    /** Removes the address and keeps the events, so that a new address goes on with the same ones. */
    async revoke({ learnerId }: { learnerId: string }): Promise<void> {
      await db.deleteFrom('calendar_feeds').where('learner_id', '=', learnerId).execute()
    },

    /**
     * Brings the record of a learner's events up to date by `change`, which gets what was told so far. Two who ask at
     * once do it one after the other.
     */
    async bringUpToDate(options: {
      learnerId: string
      change: (known: CalendarEvent[]) => {
        events: CalendarEvent[]
        changed: CalendarEvent[]
        gone: string[]
      }
    }): Promise<CalendarEvent[]> {
      const { learnerId, change } = options
      return db.transaction().execute(async (tx) => {
        await sql`select pg_advisory_xact_lock(hashtextextended(${`calendar:${learnerId}`}, 0))`.execute(tx)
        const known = await tx
          .selectFrom('calendar_events')
          .select(eventColumns)
          .where('learner_id', '=', learnerId)
          .execute()
        const { events, changed, gone } = change(known)
        if (changed.length > 0) await write(tx, learnerId, changed)
        if (gone.length > 0)
          await tx
            .deleteFrom('calendar_events')
            .where('learner_id', '=', learnerId)
            .where(sql<boolean>`item_id = any(${gone}::uuid[])`)
            .execute()
        return events
      })
    },
  }
}

async function write(tx: Db, learnerId: string, events: CalendarEvent[]): Promise<void> {
  await sql`
    insert into calendar_events
      (learner_id, item_id, sequence, starts_at, minutes, title, slug, kind, alarm_minutes, modified_at, cancelled_at)
    select ${learnerId}::uuid, item_id, sequence, starts_at, minutes, title, slug, kind, alarm_minutes, modified_at,
      cancelled_at
    from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as event (
      item_id uuid, sequence int, starts_at timestamptz, minutes int, title text, slug text, kind text,
      alarm_minutes int, modified_at timestamptz, cancelled_at timestamptz)
    on conflict (learner_id, item_id) do update set
      sequence = excluded.sequence, starts_at = excluded.starts_at, minutes = excluded.minutes,
      title = excluded.title, slug = excluded.slug, kind = excluded.kind, alarm_minutes = excluded.alarm_minutes,
      modified_at = excluded.modified_at, cancelled_at = excluded.cancelled_at`.execute(tx)
}

function hash(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}
