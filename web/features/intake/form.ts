import { dayAt, type IntakeInput, intakeSchema, type StoredIntake } from '@codify/api/contract'
import type { DefaultValues } from 'react-hook-form'

export type IntakeField = keyof IntakeInput

type Step = { name: string; title: string; hint: string; fields: readonly IntakeField[] }

/** The five steps of the questionnaire, in order, and what each asks for. */
export const steps = [
  {
    name: 'You',
    title: 'Where are you now?',
    hint: 'A rough idea is enough. What you practise will sharpen it.',
    fields: ['level', 'role_target'],
  },
  {
    name: 'Time',
    title: 'How much time is there?',
    hint: 'Be honest rather than brave: a plan that fits is a plan that gets done.',
    fields: ['timeline_weeks', 'hours_per_week', 'study_days', 'interview_date', 'time_zone'],
  },
  {
    name: 'Topics',
    title: 'How sure are you of each topic?',
    hint: 'From 1, new to me, to 5, could teach it. Leave out what you cannot judge.',
    fields: ['topic_confidence', 'known_topics'],
  },
  {
    name: 'Weak spots',
    title: 'What tends to go wrong?',
    hint: 'Choose what applies, or nothing.',
    fields: ['weaknesses'],
  },
  {
    name: 'More',
    title: 'Anything else the plan should know?',
    hint: 'All of this is optional.',
    fields: ['constraints', 'past_experience', 'allow_premium'],
  },
] as const satisfies readonly Step[]

export const lastStep = steps.length

/** The step (from 1) that asks for a field, given as the API names it: `topic_confidence.trees`. */
export function stepOfField(field: string): number | undefined {
  const name = fieldOf(field)
  const index = steps.findIndex((step: Step) => step.fields.some((each) => each === name))
  return index < 0 ? undefined : index + 1
}

/** The form's field that a dotted field of the API belongs to. */
export function fieldOf(field: string): IntakeField | undefined {
  const [name = ''] = field.split('.')
  const fields: readonly IntakeField[] = steps.flatMap((step) => [...step.fields])
  return fields.find((each) => each === name)
}

/** The step (from 1) that an address asks for. */
export function stepOf(param: string | null): number | undefined {
  const step = Number(param)
  return Number.isInteger(step) && step >= 1 && step <= lastStep ? step : undefined
}

/** The API's own schema, and what of the API's further checks a form can know. */
export function createFormSchema({ dayStartHour }: { dayStartHour: number }) {
  return intakeSchema.refine(
    ({ interview_date: date, time_zone: timeZone }) =>
      !date || date >= dayAt(new Date(), { timeZone, dayStartHour }),
    { path: ['interview_date'], message: 'This day has passed. Choose today or later, or leave it out.' },
  )
}

export function initialValues(stored: StoredIntake | null): DefaultValues<IntakeInput> {
  if (stored) {
    const {
      id: _id,
      regeneration_answers: _answers,
      created_at: _created,
      updated_at: _updated,
      ...intake
    } = stored
    return intake
  }
  return {
    role_target: [],
    timeline_weeks: 4,
    hours_per_week: 8,
    topic_confidence: {},
    weaknesses: [],
    constraints: '',
    past_experience: '',
    study_days: [1, 2, 3, 4, 5, 6, 7],
    interview_date: null,
    time_zone: 'UTC',
    known_topics: [],
    allow_premium: false,
  }
}
