import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { hasSessionEnded, sessionIdOf, sessionsCountFrom } from './learners.models.ts'

const second = Date.parse('2026-05-04T10:00:00Z') / 1000
const now = new Date(second * 1000 + 700)

describe('after signing out everywhere', () => {
  const hasEnded = (authTime: number, askedBy: number) =>
    hasSessionEnded({
      authTime,
      sessionId: 'any',
      ended: { notBefore: sessionsCountFrom({ now, authTime: askedBy }), sessionIds: new Set() },
    })

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
  const ended = { notBefore: undefined, sessionIds: new Set<string>() }
  expect(hasSessionEnded({ authTime: 0, sessionId: 'any', ended })).toBe(false)
})

test('a session that was signed out has ended, and another of the same moment has not', () => {
  const ended = { notBefore: undefined, sessionIds: new Set(['mine']) }
  expect(hasSessionEnded({ authTime: second, sessionId: 'mine', ended })).toBe(true)
  expect(hasSessionEnded({ authTime: second, sessionId: 'other', ended })).toBe(false)
})

test('a session without an id is known by its learner and its moment', () => {
  const [learnerId, other] = [randomUUID(), randomUUID()]
  const id = sessionIdOf({ learnerId, authTime: second + 0.7 })
  expect(sessionIdOf({ learnerId, authTime: second + 0.7000001 })).toBe(id)
  expect(sessionIdOf({ learnerId, authTime: second + 0.701 })).not.toBe(id)
  expect(sessionIdOf({ learnerId: other, authTime: second + 0.7 })).not.toBe(id)
})
