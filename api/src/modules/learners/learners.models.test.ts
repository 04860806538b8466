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

  test('a session that begins in the same second counts', () => {
    expect(hasEnded(second, second - 60)).toBe(false)
    expect(hasEnded(second + 1, second - 60)).toBe(false)
  })

  test('the asking session ends even if it began in this second or its clock runs ahead', () => {
    expect(hasEnded(second, second)).toBe(true)
    expect(hasEnded(second + 1, second)).toBe(false)
    expect(hasEnded(second + 3, second + 3)).toBe(true)
  })
})

test('without a sign-out every session counts', () => {
  expect(hasSessionEnded({ authTime: 0, notBefore: undefined })).toBe(false)
})
