import type { Db } from '@codify/db'
import { DAY_START_HOUR, type LearnerDay } from './learner-day.models.ts'
import { readTimeZone } from './time-zones.models.ts'

export type LearnerDayRepository = ReturnType<typeof createLearnerDayRepository>

/** The columns that say when a learner's days begin; null where there is no intake or no setting. */
export type LearnerDayRow = {
  time_zone: string | null
  unknown_time_zone: string | null
  day_start_hour: number | null
}

/** Reads the columns: UTC before the first intake, and for a name that this Node does not know. */
export function toLearnerDay(row: LearnerDayRow | undefined): {
  learnerDay: LearnerDay
  unknownTimeZone: string | null
} {
  const { timeZone, unknown } = readTimeZone(row?.time_zone ?? 'UTC')
  return {
    learnerDay: { timeZone, dayStartHour: row?.day_start_hour ?? DAY_START_HOUR },
    unknownTimeZone: unknown ?? row?.unknown_time_zone ?? null,
  }
}

export function createLearnerDayRepository({ db }: { db: Db }) {
  return {
    async find({ learnerId }: { learnerId: string }): Promise<LearnerDay> {
      const row = await db
        .selectNoFrom((eb) => [
          eb
            .selectFrom('intake_profiles')
            .select('time_zone')
            .where('learner_id', '=', learnerId)
            .as('time_zone'),
          eb
            .selectFrom('intake_profiles')
            .select('unknown_time_zone')
            .where('learner_id', '=', learnerId)
            .as('unknown_time_zone'),
          eb
            .selectFrom('learner_settings')
            .select('day_start_hour')
            .where('learner_id', '=', learnerId)
            .as('day_start_hour'),
        ])
        .executeTakeFirst()
      return toLearnerDay(row).learnerDay
    },
  }
}
