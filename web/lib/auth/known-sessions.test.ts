import { expect, test } from 'vitest'
import { createKnownSessions } from './known-sessions.ts'

function setUp() {
  const state = { now: 0, asked: 0, ended: false }
  const hasEnded = createKnownSessions<string>({
    keyOf: (session) => session,
    ask: async () => {
      state.asked++
      return state.ended
    },
    now: () => state.now,
  })
  return { state, hasEnded }
}

test('a session is asked for again after 20 seconds', async () => {
  const { state, hasEnded } = setUp()
  expect(await Promise.all(['a', 'a', 'b'].map(hasEnded))).toEqual([false, false, false])
  expect(state.asked).toBe(2)
  state.ended = true
  state.now = 19_999
  expect(await hasEnded('a')).toBe(false)
  state.now = 20_000
  expect(await hasEnded('a')).toBe(true)
  expect(state.asked).toBe(3)
})

test('a clock that was set back makes no answer last longer', async () => {
  const { state, hasEnded } = setUp()
  state.now = 3_600_000
  await hasEnded('a')
  state.ended = true
  state.now = 0
  expect(await hasEnded('a')).toBe(true)
})
