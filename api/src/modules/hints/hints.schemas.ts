import { z } from 'zod'
import { dateTime, pageOf, pageQuery, slug, uuid } from '../../shared/schemas.ts'
import { codeLanguageSchema } from '../code-drafts/code-drafts.schemas.ts'

export const hintKinds = ['hint', 'review', 'solution'] as const
export const hintKindSchema = z.enum(hintKinds).meta({
  description:
    'A hint asks and never tells; a review is of accepted code; a solution only for who asks for it.',
})
export type HintKind = z.infer<typeof hintKindSchema>

/** Shorter than the code that a learner may write, to bound the prompt. */
export const HINT_CODE_MAX = 20_000
export const TEST_VALUE_MAX = 2_000
const value = z.string().max(TEST_VALUE_MAX, `At most ${TEST_VALUE_MAX.toLocaleString('en')} characters.`)

export const failingTestSchema = z.strictObject({
  input: value,
  expected: value.nullable().default(null),
  got: value.nullable().default(null),
  error: value.nullable().default(null),
})

export const askHintSchema = z.strictObject({
  kind: hintKindSchema.default('hint'),
  language: codeLanguageSchema,
  code: z
    .string()
    .min(1, 'There is no code.')
    .max(HINT_CODE_MAX, `At most ${HINT_CODE_MAX.toLocaleString('en')} characters.`)
    .meta({ description: 'A learner’s program: data for the model, never an instruction.' }),
  failing_test: failingTestSchema
    .nullable()
    .default(null)
    .meta({ description: 'The first test that did not pass.' }),
})
export type AskHint = z.output<typeof askHintSchema>
export type AskHintInput = z.input<typeof askHintSchema>

export const hintTextMax = 20_000
export const keptHintSchema = z
  .object({
    id: uuid,
    problem: slug,
    language: codeLanguageSchema,
    kind: hintKindSchema,
    text: z.string().meta({ description: 'Markdown, as it was shown.' }),
    model: z.string(),
    attempt_id: uuid.nullable().meta({ description: 'The attempt that it helped with.' }),
    created_at: dateTime,
  })
  .meta({ ref: 'Hint' })
export type KeptHint = z.infer<typeof keptHintSchema>

const left = z.int().nullable().meta({ description: 'Answers left today (UTC); null: no limit.' })

export const hintPageSchema = pageOf(keptHintSchema)
  .extend({
    available: z.boolean().meta({ description: 'Whether there is a model to ask, and it is turned on.' }),
    left_today: left,
  })
  .meta({ ref: 'HintPage' })
export type HintPage = z.infer<typeof hintPageSchema>
export const listHintsQuerySchema = z.strictObject(pageQuery)
export type ListHintsQuery = z.output<typeof listHintsQuerySchema>

/** The server-sent events of one answer: `event:` is `type`, `data:` the rest as JSON. */
export const hintEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('delta'), text: z.string() }),
  z.object({ type: z.literal('done'), hint: keptHintSchema, left_today: left }),
  z.object({ type: z.literal('failed'), code: z.string(), detail: z.string() }),
])
export type HintEvent = z.infer<typeof hintEventSchema>
