import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { createMigrator } from '../migrate.ts'
import { useTestDatabase } from '../test-database.ts'

const context = useTestDatabase()

/** Stored value, migrated value, and true if the learner is asked. */
const zones = [
  ['Europe/Berlin', 'Europe/Berlin', false],
  ['UTC', 'UTC', false],
  ['asia/kolkata', 'Asia/Calcutta', false],
  ['Europe/Kyiv', 'Europe/Kiev', false],
  ['Etc/UTC', 'UTC', false],
  ['+10:00', 'Etc/GMT-10', true],
  ['+1000', 'Etc/GMT-10', true],
  ['-12', 'Etc/GMT+12', true],
  ['+00:00', 'UTC', true],
  ['+0530', 'Asia/Calcutta', true],
  ['+05:45', 'Asia/Katmandu', true],
  ['-03:30', 'UTC', true],
  ['+23:00', 'UTC', true],
  ['Mars/Olympus', 'UTC', true],
  ['', 'UTC', true],
] as const

test('stored time zones become names that are known, and what was none is told', async () => {
  const { db } = context.database
  expect((await createMigrator(db).migrateTo('021-fast-compression')).error).toBeUndefined()
  const stored = zones.map((zone) => ({ id: randomUUID(), zone }))
  for (const { id, zone } of stored)
    await sql`
      insert into intake_profiles (learner_id, level, role_target, timeline_weeks, hours_per_week, topic_confidence,
        weaknesses, constraints, past_experience, regeneration_answers, study_days, time_zone, known_topics, allow_premium)
      values (${id}, 'beginner', '{SRE}', 4, 8, '{}', '{}', '', '', '[]', '{1}', ${zone[0]}, '{}', false)`.execute(
      db,
    )
  expect((await createMigrator(db).migrateToLatest()).error).toBeUndefined()
  for (const { id, zone } of stored) {
    const row = await db
      .selectFrom('intake_profiles')
      .select(['time_zone', 'unknown_time_zone'])
      .where('learner_id', '=', id)
      .executeTakeFirstOrThrow()
    const [was, time_zone, isTold] = zone
    expect([was, row]).toEqual([was, { time_zone, unknown_time_zone: isTold ? was : null }])
    expect(() => new Intl.DateTimeFormat('en', { timeZone: row.time_zone })).not.toThrow()
  }
})
