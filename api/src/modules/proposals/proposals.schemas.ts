import { z } from 'zod'
import { answerFailures } from '../model-client/model-failures.ts'
import { modelRefusals } from '../model-guard/model-guard.ts'

/** The answer asked of the model; strict structured output supports neither optional fields nor lengths. */
export const proposalSchema = z.object({
  weeks: z.array(
    z.object({
      theme: z.string(),
      days: z.array(
        z.object({
          problems: z.array(z.object({ id: z.string(), reason: z.string() })),
        }),
      ),
    }),
  ),
})

/** Tokens that a call was charged for. */
const usage = z.object({ promptTokens: z.int(), completionTokens: z.int() }).optional()

/** The outcome of asking the model, kept with the generation. */
export const modelAnswerSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), model: z.string(), proposal: proposalSchema, usage }),
  z.object({
    ok: z.literal(false),
    /** Absent where no model was asked. */
    model: z.string().nullable(),
    usage,
    /** The last ones: it was not asked at all. */
    reason: z.enum([...answerFailures, ...modelRefusals]),
  }),
])
export type ModelAnswer = z.infer<typeof modelAnswerSchema>
export type ModelFailure = Extract<ModelAnswer, { ok: false }>['reason']
