import { z } from 'zod'
import { json, type LearnerData, moment, value, values } from '../../shared/learner-data.ts'
import { timeZoneSchema } from '../learner-day/learner-day.schemas.ts'
import { readTimeZone } from '../learner-day/time-zones.models.ts'
import { storedIntakeSchema } from './intake.schemas.ts'

const embedding = {
  embedding: z.array(z.number()).nullable(),
  embedding_model: z.string().nullable(),
}

/** An import makes the id anew. */
const answered = storedIntakeSchema.omit({ id: true })

export const intakeData = {
  table: 'intake_profiles',
  label: 'Answers to the questionnaire, and their embedding',
  exported: answered.extend(embedding).nullable(),
  imported: z
    .strictObject({
      ...answered.shape,
      time_zone: timeZoneSchema,
      ...embedding,
    })
    .nullable(),
  fields: {
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
