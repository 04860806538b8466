import { isDeepStrictEqual } from 'node:util'
import type { Intake, StoredIntake } from './intake.schemas.ts'

/**
 * The text an intake is embedded as: what makes two learners alike, most telling first. Grades are written `3/5`,
 * which the built-in embedding understands as nearness.
 */
export function toEmbeddingText(intake: Intake & Pick<StoredIntake, 'regeneration_answers'>): string {
  const confidence = Object.entries(intake.topic_confidence)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([topic, grade]) => `${topic} ${grade}/5`)
  const answers = intake.regeneration_answers.slice(-10).map(({ q, a }) => `${q} ${a}`)
  return [
    `level-${intake.level}`,
    ...intake.role_target.map((role) => `role ${role}`),
    `weeks ${Math.min(12, intake.timeline_weeks)}/12`,
    `hours ${Math.min(10, Math.ceil(intake.hours_per_week / 4))}/10`,
    ...confidence,
    ...intake.weaknesses.map((weakness) => `weakness-${weakness}`),
    intake.constraints,
    intake.past_experience,
    ...answers,
  ]
    .filter((line) => line !== '')
    .join('\n')
}

/** Fields that decide a plan's days, how full they may be, and which problems may be placed on them. */
const ofDays = [
  'hours_per_week',
  'study_days',
  'time_zone',
  'interview_date',
  'known_topics',
  'allow_premium',
] as const satisfies readonly (keyof Intake)[]

/**
 * True if a plan under way has to follow at once; fields that only weigh (ratings, weaknesses) wait for the next plan.
 */
export function changesDays(before: Intake, after: Intake): boolean {
  return ofDays.some((field) => !isDeepStrictEqual(before[field], after[field]))
}
