import { z } from 'zod'
import { findMarkdownFault } from './markdown-limits.ts'

/** Any 128 bits in UUID form: the database takes them all, whatever version they claim. */
export const uuid = z.guid()
export const dateTime = z.iso.datetime({ offset: true })
/** A moment that a caller names; the bound keeps out years that databases and JavaScript write differently. */
export const givenDateTime = dateTime.refine((text) => text >= '2000', 'Not before the year 2000.')
/** A calendar day, `YYYY-MM-DD`. */
export const day = z.iso.date()
export const slug = z
  .string()
  .min(1)
  .max(120)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case letters, digits and single hyphens')

/** A text that pages render as Markdown: not one that would take a parser long. */
export function markdownText<Text extends z.ZodType<string>>(text: Text) {
  return text.superRefine((value, context) => {
    const message = findMarkdownFault(value)
    if (message !== undefined) context.addIssue({ code: 'custom', message })
  })
}

/** RFC 9457 problem details: the shape of every error. */
export const problemDetailsSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z
      .string()
      .meta({ description: 'Stable dotted code, for programs.', example: 'plan.intake_missing' }),
    detail: z.string().meta({ description: 'What went wrong and what would work, for people.' }),
    request_id: z.string(),
    errors: z
      .array(z.object({ field: z.string(), message: z.string() }))
      .optional()
      .meta({ description: 'Each field that was refused, and why.' }),
    current: z
      .unknown()
      .optional()
      .meta({ description: 'What is there now, when it is newer than you knew.' }),
  })
  .meta({ ref: 'ProblemDetails' })
export type ProblemDetails = z.infer<typeof problemDetailsSchema>

export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(500).optional(),
}

/** A keyset page: pass `next_cursor` back as `cursor`; null means there is no more. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next_cursor: z.string().nullable() })
}

/** A query parameter that may be given several times: `?topic=trees&topic=graphs`. */
export function repeatable<Item extends z.ZodType>(item: Item) {
  return z
    .union([item.transform((one) => [one]), z.array(item).max(20)])
    .optional()
    .transform((all) => all ?? [])
}
