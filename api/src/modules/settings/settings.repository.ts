import type { Db } from '@codify/db'
import { sql } from 'kysely'
import { type LearnerDayRow, toLearnerDay } from '../learner-day/learner-day.repository.ts'
import type { ChangeSettings, Settings } from './settings.schemas.ts'

type Row = LearnerDayRow & Pick<Settings, 'daily_review_cap' | 'hours_per_week' | 'study_days'>

export type SettingsRepository = ReturnType<typeof createSettingsRepository>

export function createSettingsRepository({ db }: { db: Db }) {
  return {
    async find({ learnerId }: { learnerId: string }): Promise<Settings> {
      const { rows } = await sql<Row>`
        select s.day_start_hour, s.daily_review_cap, i.hours_per_week, i.study_days, i.time_zone,
          i.unknown_time_zone
        from (select ${learnerId}::uuid as id) me
        left join learner_settings s on s.learner_id = me.id
        left join intake_profiles i on i.learner_id = me.id`.execute(db)
      const [row] = rows
      if (!row) throw new Error('one row always comes')
      const { learnerDay, unknownTimeZone } = toLearnerDay(row)
      return {
        ...row,
        day_start_hour: learnerDay.dayStartHour,
        time_zone: row.time_zone === null ? null : learnerDay.timeZone,
        unknown_time_zone: unknownTimeZone,
      }
    },

    /** Writes what is given; false when a setting of the intake is given and there is none. */
    async save({ learnerId, change }: { learnerId: string; change: ChangeSettings }): Promise<boolean> {
      const { day_start_hour, daily_review_cap, ...ofIntake } = change
      return db.transaction().execute(async (tx) => {
        if (Object.keys(ofIntake).length > 0) {
          const { numUpdatedRows } = await tx
            .updateTable('intake_profiles')
            .set({
              ...ofIntake,
              ...(ofIntake.time_zone === undefined ? {} : { unknown_time_zone: null }),
              updated_at: sql<Date>`now()`,
            })
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
