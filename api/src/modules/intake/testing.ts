import type { IntakeInput } from './intake.schemas.ts'

/** A plain valid intake to start a test from. */
export function anIntake(changes: Partial<IntakeInput> = {}): IntakeInput {
  return {
    level: 'intermediate',
    role_target: ['Backend engineer'],
    timeline_weeks: 4,
    hours_per_week: 8,
    topic_confidence: { 'arrays-hashing': 3, 'two-pointers': 2, stack: 2, trees: 1, graphs: 1, 'dp-1d': 1 },
    weaknesses: ['pattern_recognition'],
    constraints: 'Evenings only',
    past_experience: 'Three years of web services',
    study_days: [1, 2, 3, 4, 5],
    time_zone: 'Europe/Berlin',
    ...changes,
  }
}
