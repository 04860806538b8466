import { z } from 'zod'
import { day, slug } from '../../shared/schemas.ts'
import { outcomeSchema } from '../attempts/attempts.schemas.ts'

export const HISTORY_TEXT_MAX = 50_000
export const HISTORY_LINES_MAX = 2_000

export const historyInputSchema = z.strictObject({
  text: z
    .string()
    .max(
      HISTORY_TEXT_MAX,
      `At most ${HISTORY_TEXT_MAX.toLocaleString('en')} characters; send the rest after it.`,
    )
    .refine((text) => text.trim() !== '', 'Paste at least one line.')
    .refine(
      (text) => text.split('\n').length <= HISTORY_LINES_MAX,
      `At most ${HISTORY_LINES_MAX.toLocaleString('en')} lines; send the rest after it.`,
    )
    .meta({
      description: 'A problem a line (slug, link, number or title), or CSV; a date and minutes may follow.',
    }),
  date: day.optional().meta({ description: 'Of the lines that name none; default today.' }),
  dry_run: z.boolean().default(false).meta({ description: 'true: only say what would be saved.' }),
})
export type HistoryInput = z.input<typeof historyInputSchema>

export const historyLineSchema = z.object({
  line: z.int().meta({ description: 'From 1.' }),
  text: z.string(),
  problem: slug,
  title: z.string(),
  outcome: outcomeSchema,
  date: day.nullable().meta({ description: 'null: the line names none.' }),
  minutes: z.int().nullable(),
  state: z.enum(['new', 'known', 'repeated']).meta({
    description: 'known: the history has it already; repeated: an earlier line says the same.',
  }),
})
export type HistoryLine = z.infer<typeof historyLineSchema>

export const historySchema = z
  .object({
    dry_run: z.boolean(),
    saved: z.int().meta({ description: 'Attempts written; with dry_run those that would be.' }),
    matched: z.array(historyLineSchema),
    unmatched: z.array(z.object({ line: z.int(), text: z.string(), reason: z.string() })),
  })
  .meta({ ref: 'History' })
export type History = z.infer<typeof historySchema>
