import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { suggestAttempt } from './submissions.models.ts'

const plain = { outcome: 'accepted' as const, minutes: 20, estimate: 20, hintsUsed: 0, failedBefore: 0 }

describe('the suggested attempt', () => {
  test('of an accepted submission is a solve, of any other a try to see again', () => {
    expect(suggestAttempt(plain)).toEqual({ outcome: 'solved', minutes: 20, rating: 'good', hints_used: 0 })
    for (const outcome of ['failed', 'error', 'timeout'] as const)
      expect(suggestAttempt({ ...plain, outcome })).toMatchObject({ outcome: 'tried', rating: 'again' })
  })

  test.each([
    ['easy', { minutes: 12 }],
    ['good', { minutes: 13 }],
    ['good', { minutes: 12, hintsUsed: 1 }],
    ['good', { minutes: 12, failedBefore: 2 }],
    ['good', { minutes: 30 }],
    ['good', { minutes: undefined }],
    ['hard', { minutes: 41 }],
    ['hard', { minutes: 30, hintsUsed: 1 }],
    ['hard', { minutes: 12, hintsUsed: 2 }],
    ['hard', { minutes: 12, failedBefore: 3 }],
  ])('felt %s with %o', (rating, given) => {
    expect(suggestAttempt({ ...plain, ...given }).rating).toBe(rating)
  })

  test('never feels easier for more time, more hints or more failed submissions', () => {
    const order = ['easy', 'good', 'hard']
    const counts = { minutes: fc.nat(200), hintsUsed: fc.nat(3), failedBefore: fc.nat(10) }
    fc.assert(
      fc.property(
        fc.record(counts),
        fc.constantFrom('minutes', 'hintsUsed', 'failedBefore'),
        (given, more) => {
          const rank = (values: typeof given) =>
            order.indexOf(suggestAttempt({ ...plain, ...values }).rating ?? '')
          expect(rank({ ...given, [more]: given[more] + 1 })).toBeGreaterThanOrEqual(rank(given))
        },
      ),
    )
  })
})
