import { z } from 'zod'
import { json, type LearnerData, moment, value, values } from '../../shared/learner-data.ts'
import { uuid } from '../../shared/schemas.ts'
import { timeZoneSchema } from '../learner-day/learner-day.schemas.ts'
import { readTimeZone } from '../learner-day/time-zones.models.ts'
import { storedIntakeSchema } from './intake.schemas.ts'

const embedding = {
  embedding: z.array(z.number()).nullable(),
  embedding_model: z.string().nullable(),
}

export const intakeData = {
  table: 'intake_profiles',
  label: 'Answers to the questionnaire, and their embedding',
  exported: storedIntakeSchema.extend(embedding).nullable(),
  imported: z
    .strictObject({
      ...storedIntakeSchema.shape,
      id: uuid.optional(),
      time_zone: timeZoneSchema,
      ...embedding,
    })
    .nullable(),
  fields: {
    id: { ...value, derived: true },
    ...values('level', 'role_target', 'timeline_weeks', 'hours_per_week'),
    topic_confidence: { kind: 'json', topics: true },
    ...values('weaknesses', 'constraints', 'past_experience', 'study_days', 'interview_date'),
    time_zone: {
      kind: 'value',
      read: (stored) => (typeof stored === 'string' ? readTimeZone(stored).timeZone : stored),
    },
    known_topics: { ...value, topics: true },
    allow_premium: value,
    regeneration_answers: json,
    created_at: moment,
    updated_at: moment,
    // Vectors of another installation's model are of no use here.
    embedding: { kind: 'vector', derived: true },
    embedding_model: { ...value, derived: true },
  },
} satisfies LearnerData
