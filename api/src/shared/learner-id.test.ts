import { expect, test } from 'vitest'
import { learnerIdOf } from './learner-id.ts'

test('one address is one learner, however it is written', () => {
  expect(learnerIdOf(' Ada@Example.org ')).toBe(learnerIdOf('ada@example.org'))
  expect(learnerIdOf('ada@example.org')).not.toBe(learnerIdOf('grace@example.org'))
})

test('the id of an address never changes', () => {
  expect(learnerIdOf('ada@example.org')).toBe('95fa89fc-2afe-5891-aa12-5f7af22ad696')
})
