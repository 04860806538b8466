import { z } from 'zod'
import { id, json, type LearnerData, moment, uniqueId, values } from '../../shared/learner-data.ts'
import { givenDateTime } from '../../shared/schemas.ts'
import { modelAnswerSchema } from '../proposals/proposals.schemas.ts'
import { generationEventSchema, generationSchema } from './generations.schemas.ts'

const eventSchema = z
  .strictObject({ seq: z.int().min(1), type: z.string(), data: z.looseObject({}) })
  .transform(({ seq, type: givenType, data: givenData }, context) => {
    const event = generationEventSchema.safeParse({ ...givenData, type: givenType })
    if (event.success) {
      const { type, ...data } = event.data
      return { seq, type, data }
    }
    context.issues.push({ code: 'custom', input: givenData, message: 'Not an event of a generation.' })
    return z.NEVER
  })

export const generationsData = {
  table: 'generations',
  label: 'Records of how plans were made',
  exported: z.array(
    generationSchema.extend({
      model_answer: z.unknown().meta({ description: 'What the model proposed, while it is kept.' }),
      events: z.array(z.object({ seq: z.int(), type: z.string(), data: z.unknown() })),
    }),
  ),
  imported: z.array(
    z.strictObject({
      ...generationSchema.shape,
      created_at: givenDateTime,
      model_answer: modelAnswerSchema.nullable(),
      events: z.array(eventSchema),
    }),
  ),
  fields: {
    id,
    ...values('state', 'error_code'),
    plan_id: { kind: 'reference', to: 'plans' },
    created_at: moment,
    model_answer: json,
  },
  order: ['created_at', 'id'],
  unique: uniqueId,
  nested: {
    events: {
      table: 'generation_events',
      by: 'generation_id',
      order: 'seq',
      fields: { ...values('seq', 'type'), data: json },
      unique: { seq: (row) => row.seq },
    },
  },
} satisfies LearnerData
