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

/** The outcome of asking the model, kept with the generation. */
export const modelAnswerSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), model: z.string(), proposal: proposalSchema }),
  z.object({
    ok: z.literal(false),
    model: z.string(),
    reason: z.enum([
      'timeout',
      'refused',
      'truncated',
      'filtered',
      'unreadable',
      'too_large',
      'rejected',
      'unreachable',
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
})
