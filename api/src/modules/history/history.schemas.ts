import { z } from 'zod'
import { outcomeSchema } from '../../shared/outcomes.ts'
import { dateTime, day, slug, uuid } from '../../shared/schemas.ts'

export const HISTORY_TEXT_MAX = 50_000
export const HISTORY_LINES_MAX = 2_000

export const dayOrderSchema = z.enum(['day_first', 'month_first'])

export const historyInputSchema = z.strictObject({
  text: z
    .string()
    .max(
      HISTORY_TEXT_MAX,
      `At most ${HISTORY_TEXT_MAX.toLocaleString('en')} characters; send the rest after it.`,
    )
    .refine((text) => text.trim() !== '', 'Paste at least one line.')
    .refine(
      (text) => text.split(/\r\n|\r|\n/).length <= HISTORY_LINES_MAX,
      `At most ${HISTORY_LINES_MAX.toLocaleString('en')} lines; send the rest after it.`,
    )
    .meta({
      description:
        'A list of solved problems, one a line (slug, link, LeetCode number or title; date, outcome and minutes beside it), or a table: CSV with any delimiter, or Markdown.',
    }),
  date: day.optional().meta({
    description:
      'The day of the lines that name none. Without it they are not saved: their state is "undated".',
  }),
  day_order: dayOrderSchema.optional().meta({
    description:
      'How dates such as 02/03/2026 begin, where the text itself leaves it open. Without it they are not saved: their state is "ambiguous".',
  }),
  dry_run: z.boolean().default(false).meta({ description: 'true: only say what would be saved.' }),
})
export type HistoryInput = z.input<typeof historyInputSchema>

const lineShape = {
  line: z.int().meta({ description: 'The first line of the row, from 1.' }),
  text: z.string().meta({ description: 'As it was pasted, cut off after 200 characters.' }),
}

export const historyLineSchema = z.object({
  ...lineShape,
  problem: slug,
  title: z.string(),
  outcome: outcomeSchema,
  date: day.nullable().meta({
    description: "The day it is saved under, in the learner's time zone; null while it is open.",
  }),
  minutes: z.int().nullable(),
  state: z.enum(['new', 'known', 'repeated', 'undated', 'ambiguous']).meta({
    description:
      'new: saved; known: the history has it already; repeated: another line says the same; undated: give date; ambiguous: give day_order.',
  }),
  note: z.string().nullable().meta({ description: 'What of the line could not be read.' }),
})
export type HistoryLine = z.infer<typeof historyLineSchema>

export const historySchema = z
  .object({
    dry_run: z.boolean(),
    saved: z.int().meta({ description: 'Attempts written; with dry_run those that would be.' }),
    paste_id: uuid.nullable().meta({
      description:
        'To take all of it back with DELETE /v1/me/history/{paste_id}; null when nothing was written.',
    }),
    header: z
      .object({ line: z.int(), columns: z.array(z.string()) })
      .nullable()
      .meta({ description: 'The names of the columns, where the text has them.' }),
    matched: z.array(historyLineSchema).meta({ description: 'Lines that are attempts.' }),
    left_out: z
      .array(
        z.object({
          ...lineShape,
          problem: slug.nullable(),
          title: z.string().nullable(),
          reason: z.string(),
        }),
      )
      .meta({ description: 'Lines that say of themselves that they are none: not solved, or a heading.' }),
    unmatched: z
      .array(z.object({ ...lineShape, reason: z.string() }))
      .meta({ description: 'Lines that were not understood, and why. Nothing of them is saved.' }),
  })
  .meta({ ref: 'History' })
export type History = z.infer<typeof historySchema>

export const pasteSchema = z
  .object({
    id: uuid,
    pasted_at: dateTime,
    attempts: z.int().meta({ description: 'Of it that still stand.' }),
  })
  .meta({ ref: 'Paste' })
export type Paste = z.infer<typeof pasteSchema>

export const pasteListSchema = z.object({ items: z.array(pasteSchema) }).meta({ ref: 'PasteList' })

export const pasteParamSchema = z.object({ paste_id: uuid })
export const pasteTakenBackSchema = z
  .object({ taken_back: z.int().meta({ description: 'Attempts that count no more.' }) })
  .meta({ ref: 'PasteTakenBack' })
export type PasteTakenBack = z.infer<typeof pasteTakenBackSchema>
