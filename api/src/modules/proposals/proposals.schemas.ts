import { z } from 'zod'

/** What the model must answer with; strict structured output knows neither optional fields nor lengths. */
export const proposalSchema = z.strictObject({
  weeks: z.array(
    z.strictObject({
      theme: z.string(),
      days: z.array(
        z.strictObject({
          problems: z.array(z.strictObject({ id: z.string(), reason: z.string() })),
        }),
      ),
    }),
  ),
})

/** What a call was charged for, in tokens. */
const usage = z.object({ promptTokens: z.int(), completionTokens: z.int() }).optional()

/** The outcome of asking the model, kept with the generation. */
export const modelAnswerSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), model: z.string(), proposal: proposalSchema, usage }),
  z.object({
    ok: z.literal(false),
    /** Absent where no model was asked. */
    model: z.string().nullable(),
    usage,
    reason: z.enum([
      'timeout',
      'refused',
      'truncated',
      'filtered',
      'unreadable',
      'too_large',
      'rejected',
      'unreachable',
      // Not asked at all: see ModelGuard.
      'turned_off',
      'learner_budget',
      'instance_budget',
    ]),
  }),
])
export type ModelAnswer = z.infer<typeof modelAnswerSchema>
export type ModelFailure = Extract<ModelAnswer, { ok: false }>['reason']

/** The part of a chat completion that is read here; servers add and leave out the rest. */
export const completionSchema = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
      }),
    )
    .min(1),
  usage: z
    .object({ prompt_tokens: z.int().nonnegative(), completion_tokens: z.int().nonnegative() })
    .optional()
    .catch(undefined),
})
