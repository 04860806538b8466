import { storedIntakeSchema } from '@codify/api/contract'
import { describe, expect, test } from 'vitest'
import { createFormSchema, fieldOf, initialValues, stepOf, stepOfField, steps } from './form.ts'

const formSchema = createFormSchema({ dayStartHour: 0 })
const answers = { ...initialValues(null), level: 'beginner', role_target: ['Backend engineer'] }

describe('the questionnaire', () => {
  test('asks for every field of the intake exactly once', () => {
    const asked = steps.flatMap((step) => [...step.fields]).sort()
    expect(asked).toEqual(Object.keys(formSchema.shape).sort())
  })

  test('a field that the API refuses leads to the step that asks for it', () => {
    expect(stepOfField('role_target.2')).toBe(1)
    expect(stepOfField('interview_date')).toBe(2)
    expect(stepOfField('topic_confidence.trees')).toBe(3)
    expect(fieldOf('known_topics.0')).toBe('known_topics')
    expect(stepOfField('surprise')).toBeUndefined()
  })

  test('an address names a step from 1 to 5 or none', () => {
    expect(['1', '5', '0', '6', '2.5', 'x', null].map(stepOf)).toEqual([1, 5, ...Array(5).fill(undefined)])
  })

  test('its first values need only a level and a role', () => {
    expect(formSchema.safeParse(answers).success).toBe(true)
  })

  test('an intake that was stored can be saved again', () => {
    const stored = storedIntakeSchema.parse({
      ...formSchema.parse(answers),
      id: '01890a5d-ac96-774b-bcce-b302099a8057',
      regeneration_answers: [{ q: 'What felt hardest?', a: 'Trees' }],
      created_at: '2026-11-01T08:00:00.000Z',
      updated_at: '2026-11-02T08:00:00.000Z',
    })
    expect(formSchema.safeParse(initialValues(stored)).error?.issues).toBeUndefined()
  })

  test('an interview in the past is refused at its field', () => {
    const result = formSchema.safeParse({ ...answers, interview_date: '2020-01-01' })
    expect(result.error?.issues.map((issue) => issue.path)).toEqual([['interview_date']])
  })
})
