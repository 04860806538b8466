import { z } from 'zod'
import { type LearnerData, moment, values } from '../../shared/learner-data.ts'
import { dateTime, givenDateTime } from '../../shared/schemas.ts'
import { changeSettingsSchema } from './settings.schemas.ts'

const { shape: given } = changeSettingsSchema

export const settingsData = {
  table: 'learner_settings',
  label: 'Settings of your days',
  exported: z
    .object({ day_start_hour: z.int(), daily_review_cap: z.int().nullable(), updated_at: dateTime })
    .nullable(),
  imported: z
    .strictObject({
      day_start_hour: given.day_start_hour.unwrap(),
      daily_review_cap: given.daily_review_cap.unwrap(),
      updated_at: givenDateTime,
    })
    .nullable(),
  fields: { ...values('day_start_hour', 'daily_review_cap'), updated_at: moment },
} satisfies LearnerData
