import { expect, test } from 'vitest'
import { createEndedSessionsCache } from './ended-sessions-cache.ts'
import type { EndedSessions } from './learners.models.ts'

const none: EndedSessions = { notBefore: undefined, sessionIds: new Set() }
const some: EndedSessions = { notBefore: new Date('2026-05-04T10:00:00Z'), sessionIds: new Set(['s']) }

function createCache(answer: () => Promise<EndedSessions>) {
  const state = { now: 0, asked: 0 }
  const learners = {
    getEndedSessions: () => {
      state.asked++
      return answer()
    },
  }
  return { state, cache: createEndedSessionsCache({ learners, clock: () => new Date(state.now) }) }
}

test('the database is asked again after 20 seconds', async () => {
  const { state, cache } = createCache(async () => none)
  await cache.get('a')
  state.now = 19_999
  await cache.get('a')
  expect(state.asked).toBe(1)
  state.now = 20_000
  await cache.get('a')
  expect(state.asked).toBe(2)
})

test('what this process wrote counts at once, also against an answer that was under way', async () => {
  const answers: ((ended: EndedSessions) => void)[] = []
  const { cache } = createCache(() => new Promise((resolve) => answers.push(resolve)))
  const asked = cache.get('a')
  const refreshed = cache.refresh('a')
  answers[1]?.(some)
  await refreshed
  answers[0]?.(none)
  expect(await asked).toEqual(some)
  expect(await cache.get('a')).toEqual(some)
})
