import { z } from 'zod'
import { dateTime } from '../../shared/schemas.ts'
import { exportedShape, learnerKinds } from './learner-data.ts'

/** Marks a file, so that another installation knows whether it can read it. */
export const EXPORT_FORMAT = 'codify-export'
export const EXPORT_VERSION = 1

/** Everything held on a learner. */
export const learnerExportSchema = z
  .object({
    format: z.literal(EXPORT_FORMAT),
    version: z.literal(EXPORT_VERSION),
    exported_at: dateTime,
    ...exportedShape,
    sessions_ended_at: dateTime.nullable().meta({ description: 'Sessions that began before are over.' }),
  })
  .meta({ ref: 'LearnerExport' })
export type LearnerExport = z.infer<typeof learnerExportSchema>

export const deletedSchema = z
  .object({
    deleted: z
      .record(z.enum(learnerKinds), z.int())
      .meta({ description: 'Rows that were deleted, by kind.' }),
  })
  .meta({ ref: 'Deleted' })
export type Deleted = z.infer<typeof deletedSchema>
