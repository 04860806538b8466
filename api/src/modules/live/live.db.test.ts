import { createParser } from 'eventsource-parser'
import { afterEach, expect, test } from 'vitest'
import { type TestLearner, useTestApi } from '../../app/testing.ts'
import { readProblem } from '../../app/testing-answers.ts'
import { LIVE_STREAMS } from './live.routes.ts'
import { liveChangeSchema } from './live.schemas.ts'

const api = useTestApi()
const open: ReadableStreamDefaultReader<Uint8Array>[] = []
afterEach(async () => {
  for (const reader of open.splice(0)) await reader.cancel()
})

/** The learner's events one by one, from the moment the stream is there. */
async function follow(learner: TestLearner, lastEventId?: string) {
  const headers = lastEventId === undefined ? undefined : { 'last-event-id': lastEventId }
  const response = await api.call('GET', '/v1/events', { learner, ...(headers && { headers }) })
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  const reader = response.body?.getReader()
  if (!reader) throw new Error('no stream')
  open.push(reader)
  const events: { type: string; changed: string[]; id: string }[] = []
  const decoder = new TextDecoder()
  const parser = createParser({
    onEvent: ({ event = '', data, id = '' }) =>
      events.push({ type: event, id, ...liveChangeSchema.parse(JSON.parse(data)) }),
  })
  return async () => {
    while (events.length === 0) {
      const { value, done } = await reader.read()
      if (done) throw new Error('the stream ended')
      parser.feed(decoder.decode(value, { stream: true }))
    }
    const [event] = events.splice(0, 1)
    if (!event) throw new Error('no event')
    return event
  }
}

test('a mark and an attempt of another tab are told, and nobody hears of others', async () => {
  const learner = api.learner()
  const next = await follow(learner)
  expect(await next()).toMatchObject({ type: 'ready', changed: [] })
  await api.call('PUT', '/v1/patterns/hash-map/mark', { learner: api.learner(), body: { mark: 'read' } })
  await api.call('PUT', '/v1/patterns/hash-map/mark', { learner, body: { mark: 'read' } })
  expect(await next()).toMatchObject({ type: 'changed', changed: ['marks'] })
  await api.call('POST', '/v1/problems/two-sum/attempts', { learner, body: { outcome: 'solved' } })
  expect(await next()).toMatchObject({ type: 'changed', changed: ['today'] })
  await api.call('DELETE', '/v1/patterns/hash-map/mark', { learner })
  expect(await next()).toMatchObject({ type: 'changed', changed: ['marks'] })
})

test('a tab that was asleep learns at once what changed since its last event', async () => {
  const learner = api.learner()
  const { id } = await (await follow(learner))()
  await api.call('PUT', '/v1/patterns/hash-map/mark', { learner, body: { mark: 'can_do' } })
  const later = await (await follow(learner, id))()
  expect(later).toMatchObject({ type: 'ready', changed: ['marks'] })
  expect(await (await follow(learner, later.id))()).toMatchObject({ type: 'ready', changed: [] })
  // An id of an older release, or none of ours: everything may have changed.
  const unknown = await (await follow(api.learner(), 'nonsense'))()
  expect(unknown.changed).toEqual(['today', 'plan', 'marks'])
})

test('one learner has three streams at most, and a place is free again when one ends', async () => {
  const learner = api.learner()
  for (let i = 0; i < LIVE_STREAMS; i++) await (await follow(learner))()
  const refused = await api.call('GET', '/v1/events', { learner })
  await readProblem(refused, { status: 429, code: 'rate.too_many_streams' })
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  await open.pop()?.cancel()
  expect(await (await follow(learner))()).toMatchObject({ type: 'ready' })
})

test('is for learners alone', async () => {
  await readProblem(await api.call('GET', '/v1/events'), { status: 401, code: 'auth.required' })
})
