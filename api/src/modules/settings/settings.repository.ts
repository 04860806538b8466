import type { Db } from '@codify/db'
import { sql } from 'kysely'
import { DAY_START_HOUR } from '../retrieval/retrieval.sql.ts'
import type { ChangeSettings, Settings } from './settings.schemas.ts'

export type SettingsRepository = ReturnType<typeof createSettingsRepository>

export function createSettingsRepository({ db }: { db: Db }) {
  return {
    async find({ learnerId }: { learnerId: string }): Promise<Settings> {
      const { rows } = await sql<Settings>`
        select coalesce(s.day_start_hour, ${DAY_START_HOUR}::int)::int as day_start_hour, s.daily_review_cap,
          i.hours_per_week, i.study_days, i.time_zone
        from (select ${learnerId}::uuid as id) me
        left join learner_settings s on s.learner_id = me.id
        left join intake_profiles i on i.learner_id = me.id`.execute(db)
      const [row] = rows
      if (!row) throw new Error('one row always comes')
      return row
    },

    /** Writes what is given; false when a setting of the intake is given and there is none. */
    async save({ learnerId, change }: { learnerId: string; change: ChangeSettings }): Promise<boolean> {
      const { day_start_hour, daily_review_cap, ...ofIntake } = change
      return db.transaction().execute(async (tx) => {
        if (Object.keys(ofIntake).length > 0) {
          const { numUpdatedRows } = await tx
            .updateTable('intake_profiles')
            .set({ ...ofIntake, updated_at: sql<Date>`now()` })
            .where('learner_id', '=', learnerId)
            .executeTakeFirst()
          if (numUpdatedRows === 0n) return false
        }
        const own = {
          ...(day_start_hour === undefined ? {} : { day_start_hour }),
          ...(daily_review_cap === undefined ? {} : { daily_review_cap }),
        }
        if (Object.keys(own).length > 0)
          await tx
            .insertInto('learner_settings')
            .values({ learner_id: learnerId, daily_review_cap: null, ...own })
            .onConflict((on) => on.column('learner_id').doUpdateSet({ ...own, updated_at: sql<Date>`now()` }))
            .execute()
        return true
      })
    },
  }
}
