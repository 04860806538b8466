import { z } from 'zod'
import { dateTime } from '../../shared/schemas.ts'
import { importedKinds, importedShape } from '../learners/learner-data.ts'
import { EXPORT_FORMAT, EXPORT_VERSION, learnerExportSchema } from '../learners/learners.schemas.ts'

/** The largest file that is read; a real one of plans alone has a million values. */
export const IMPORT_MAX_BYTES = 20 * 1024 * 1024
export const IMPORT_MAX_VALUES = 1_500_000

/** The file that the export made. */
export const importFileSchema = z.strictObject({
  ...learnerExportSchema.shape,
  format: z.literal(EXPORT_FORMAT, 'Not a file of Codify: give the one that GET /v1/me/export made.'),
  version: z.literal(EXPORT_VERSION, {
    error: ({ input }) =>
      `This installation reads version ${EXPORT_VERSION}; the file says ${JSON.stringify(input)?.slice(0, 20)}.`,
  }),
  ...importedShape,
})
export type ImportFile = z.output<typeof importFileSchema>

export const importedSchema = z
  .object({
    imported: z
      .record(z.enum(importedKinds), z.int())
      .meta({ description: 'Rows that were taken over, by kind.' }),
    left_out: z.object({ reports: z.int() }).meta({ description: 'In the file and not taken over.' }),
    hidden: z.object({ comments: z.int() }).meta({
      description: 'Taken over for the learner alone: nobody else sees them, and no count has them.',
    }),
    exported_at: dateTime,
  })
  .meta({ ref: 'Imported' })
export type Imported = z.infer<typeof importedSchema>
