import { cloneTemplate } from '@codify/db/testing'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { createApp } from '../src/app/create-app.ts'
import { useTestApi } from '../src/app/testing.ts'
import { problemSchema } from '../src/modules/problems/problems.schemas.ts'

const api = useTestApi()
/** A replica that has not heard of anything yet. */
let behind: Awaited<ReturnType<typeof cloneTemplate>>
beforeAll(async () => {
  behind = await cloneTemplate(inject('template'))
})
afterAll(() => behind?.close())

test('a learner reads what they just wrote; who has no token may be answered by a replica that lags', async () => {
  const app = createApp({ ...api.deps, readDb: behind.db })
  const learner = api.learner()
  const token = await api.sign({ sub: learner.id, name: learner.name })
  const headers = { authorization: `Bearer ${token}` }
  const read = async (init: RequestInit) => {
    const answer = await app.request('/v1/problems/two-sum', init)
    return problemSchema.parse(await answer.json())
  }
  expect((await app.request('/v1/problems/two-sum/upvote', { method: 'PUT', headers })).status).toBe(200)
  expect(await read({ headers })).toMatchObject({ upvotes: 1, upvoted: true })
  expect(await read({})).toMatchObject({ upvotes: 0, upvoted: false })
})
