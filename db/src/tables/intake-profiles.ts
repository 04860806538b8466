import type { ColumnType, Generated, JSONColumnType } from 'kysely'

export interface IntakeProfilesTable {
  learner_id: string
  level: 'beginner' | 'intermediate' | 'advanced'
  role_target: string[]
  timeline_weeks: number
  hours_per_week: number
  topic_confidence: JSONColumnType<Record<string, number>>
  weaknesses: string[]
  constraints: string
  past_experience: string
  regeneration_answers: JSONColumnType<{ q: string; a: string }[]>
  /** ISO weekdays, 1 (Monday) to 7. */
  study_days: number[]
  /** `YYYY-MM-DD`. */
  interview_date: string | null
  time_zone: string
  /** Stored text that was no time zone, until the learner chooses one. */
  unknown_time_zone: string | null
  known_topics: string[]
  allow_premium: boolean
  /** pgvector's text form of 1536 numbers, null until embedded. */
  embedding: ColumnType<string | null, string | null, string | null>
  /** Only vectors of one model are compared with each other. */
  embedding_model: string | null
  created_at: Generated<Date>
  updated_at: Generated<Date>
}
