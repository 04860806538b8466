import { describe, expect, test } from 'vitest'
import { hasSessionEnded, sessionsCountFrom } from './learners.models.ts'

const second = Date.parse('2026-05-04T10:00:00Z') / 1000
const now = new Date(second * 1000 + 700)

describe('after signing out everywhere', () => {
  const hasEnded = (authTime: number, askedBy: number) =>
    hasSessionEnded({ authTime, notBefore: sessionsCountFrom({ now, authTime: askedBy }) })

  test('older sessions have ended, the asking one included', () => {
    expect(hasEnded(second - 60, second - 60)).toBe(true)
    expect(hasEnded(second - 1, second - 60)).toBe(true)
  })

  test('sessions of the same second have ended when they began before, and count when they begin after', () => {
    for (const authTime of [second, second + 0.001, second + 0.699, second + 0.7])
      expect([authTime, hasEnded(authTime, second - 60)]).toEqual([authTime, true])
    for (const authTime of [second + 0.701, second + 0.999, second + 1])
      expect([authTime, hasEnded(authTime, second - 60)]).toEqual([authTime, false])
  })

  test('the asking session ends even if its clock runs ahead', () => {
    expect(hasEnded(second, second)).toBe(true)
    expect(hasEnded(second + 3.5, second + 3.5)).toBe(true)
    expect(hasEnded(second + 3.502, second + 3.5)).toBe(false)
  })
})

test('without a sign-out every session counts', () => {
  expect(hasSessionEnded({ authTime: 0, notBefore: undefined })).toBe(false)
})
