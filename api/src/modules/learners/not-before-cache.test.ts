import { expect, test } from 'vitest'
import { createNotBeforeCache } from './not-before-cache.ts'

const moment = new Date('2026-05-04T10:00:00Z')

function createCache(answer: () => Promise<Date | undefined>) {
  const state = { now: 0, asked: 0 }
  const learners = {
    getNotBefore: () => {
      state.asked++
      return answer()
    },
  }
  return { state, cache: createNotBeforeCache({ learners, clock: () => new Date(state.now) }) }
}

test('the database is asked again after 20 seconds', async () => {
  const { state, cache } = createCache(async () => undefined)
  await cache.get('a')
  state.now = 19_999
  await cache.get('a')
  expect(state.asked).toBe(1)
  state.now = 20_000
  await cache.get('a')
  expect(state.asked).toBe(2)
})

test('what was set counts at once, also against an answer that was under way', async () => {
  let answerNow = (_: Date | undefined) => {}
  const { cache } = createCache(() => new Promise((resolve) => (answerNow = resolve)))
  const asked = cache.get('a')
  cache.set('a', moment)
  answerNow(undefined)
  expect(await asked).toEqual(moment)
  expect(await cache.get('a')).toEqual(moment)
})
