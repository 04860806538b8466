import { z } from 'zod'
import { slug } from '../../shared/schemas.ts'

export const topicSchema = z
  .object({
    slug,
    title: z.string(),
    prerequisites: z.array(slug),
    stage: z.int(),
    problems: z.int().meta({ description: 'Problems of the topic in the catalogue.' }),
    solved: z.int().meta({ description: "The learner's; 0 without a token." }),
    tried: z.int().meta({ description: 'Tried or stuck, not yet solved.' }),
  })
  .meta({ ref: 'Topic' })
export type Topic = z.infer<typeof topicSchema>

export const patternSchema = z
  .object({ slug, title: z.string(), topics: z.array(slug) })
  .meta({ ref: 'Pattern' })
export type Pattern = z.infer<typeof patternSchema>

export const topicsSchema = z.object({ topics: z.array(topicSchema), patterns: z.array(patternSchema) })
export type Topics = z.infer<typeof topicsSchema>
