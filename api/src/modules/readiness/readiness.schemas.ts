import { z } from 'zod'
import { day, slug } from '../../shared/schemas.ts'

const share = z.number().min(0).max(1)

export const readinessSchema = z
  .object({
    now: share.meta({
      description:
        'Estimated chance of an unseen medium or hard interview problem, without help and in time.',
    }),
    low: share,
    high: share.meta({ description: 'Two of three learners like this lie between `low` and `high`.' }),
    at_end: share.meta({ description: 'On `target_date`, when the rest of the plan is followed.' }),
    target_date: day.nullable().meta({
      description: "The plan's last day, else the interview; null without both, and `at_end` is then `now`.",
    }),
    roles: z
      .array(z.object({ slug, title: z.string(), reason: z.string() }))
      .meta({ description: 'Known roles that the weights come from; empty: all topics count alike.' }),
    by_topic: z.array(
      z.object({
        topic: slug,
        weight: share.meta({ description: 'How much the roles draw on the topic; all add up to 1.' }),
        now: share,
        low: share,
        high: share,
        at_end: share,
        attempts: z.int(),
      }),
    ),
    calibration: z.object({ n: z.int(), brier: z.number() }).nullable().meta({
      description: 'How well earlier estimates came true; null until there are 20 of them.',
    }),
  })
  .meta({ ref: 'Readiness' })
export type Readiness = z.infer<typeof readinessSchema>
