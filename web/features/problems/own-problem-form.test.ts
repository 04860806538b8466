import { expect, it } from 'vitest'
import { emptyOwnProblem, errorsAt, readOwnProblem } from './own-problem-form.ts'

const form = { ...emptyOwnProblem, title: ' Onsite ', url: 'https://example.org/q', topic: 'trees' }

it('gives the API what was typed', () => {
  expect(readOwnProblem(form)).toEqual({
    body: {
      title: 'Onsite',
      url: 'https://example.org/q',
      topic: 'trees',
      difficulty: 'medium',
      minutes: 30,
    },
  })
})

it.each([
  [{ title: ' ' }, 'title'],
  [{ url: 'example.org' }, 'url'],
  [{ topic: '' }, 'topic'],
  [{ minutes: 'soon' }, 'minutes'],
  [{ minutes: '0' }, 'minutes'],
])('says at the field what to mend: %j', (changes, field) => {
  const read = readOwnProblem({ ...form, ...changes })
  expect('errors' in read && Object.keys(read.errors)).toEqual([field])
})

it('keeps the first refusal of each field, and those of no field for the form', () => {
  const refused = [
    { field: 'url', message: 'first' },
    { field: 'url', message: 'second' },
    { field: 'body', message: 'whole' },
  ]
  expect(errorsAt(refused)).toEqual({ url: 'first', form: 'whole' })
})
