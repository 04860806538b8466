import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { z } from 'zod'
import { useTestApi } from '../src/app/testing.ts'
import { readAnswer, readProblem } from '../src/app/testing-answers.ts'
import { commentPageSchema, commentSchema } from '../src/modules/comments/comments.schemas.ts'
import { problemPageSchema, problemSchema, upvoteSchema } from '../src/modules/problems/problems.schemas.ts'
import { topicsSchema } from '../src/modules/topics/topics.schemas.ts'

const api = useTestApi()
const LIST = '/v1/problems?q=two-sum&sort=upvotes'
const PAGE = '/v1/problems/two-sum'
const COMMENTS = '/v1/problems/two-sum/comments?limit=1'

async function upvotesIn(path: typeof LIST | typeof PAGE): Promise<number> {
  const response = await api.call('GET', path)
  if (path === PAGE) return (await readAnswer(response, { status: 200, schema: problemSchema })).upvotes
  const { items } = await readAnswer(response, { status: 200, schema: problemPageSchema })
  return items.find(({ slug }) => slug === 'two-sum')?.upvotes ?? 0
}
async function newestComment(): Promise<string | undefined> {
  const response = await api.call('GET', COMMENTS)
  return (await readAnswer(response, { status: 200, schema: commentPageSchema })).items[0]?.id
}

/** Others who ask the same without a pause until `work` is done. */
async function whileOthersRead(work: () => Promise<void>): Promise<void> {
  let working = true
  const reader = async (path: string) => {
    while (working) {
      await api.call('GET', path)
      // The embedded database answers without a turn of the event loop, which others need.
      await setImmediate()
    }
  }
  const readers = [LIST, PAGE, COMMENTS].flatMap((path) => [reader(path), reader(path)])
  try {
    await work()
  } finally {
    working = false
    await Promise.all(readers)
  }
}

test('an upvote that was acknowledged is in every answer to a later question, while others ask as well', async () => {
  await whileOthersRead(async () => {
    for (let votes = 1; votes <= 25; votes++) {
      const response = await api.call('PUT', `${PAGE}/upvote`, { learner: api.learner() })
      expect(await readAnswer(response, { status: 200, schema: upvoteSchema })).toMatchObject({
        upvotes: votes,
      })
      expect(await Promise.all([upvotesIn(PAGE), upvotesIn(LIST), upvotesIn(PAGE)])).toEqual(
        Array(3).fill(votes),
      )
    }
  })
})

test('so is a comment', async () => {
  await whileOthersRead(async () => {
    for (let count = 1; count <= 10; count++) {
      const response = await api.call('POST', '/v1/problems/two-sum/comments', {
        learner: api.learner(),
        body: { body: `Comment ${count}` },
      })
      const { id } = await readAnswer(response, { status: 201, schema: commentSchema })
      expect(await Promise.all([newestComment(), newestComment()])).toEqual([id, id])
    }
  })
})

test('twenty who ask the same at once all have the answer, or the same problem', async () => {
  const twenty = (path: string) => Promise.all(Array.from({ length: 20 }, () => api.call('GET', path)))
  const reads: [path: string, schema: z.ZodType][] = [
    ['/v1/problems?topic=trees', problemPageSchema],
    [PAGE, problemSchema],
    [COMMENTS, commentPageSchema],
    ['/v1/topics', topicsSchema],
  ]
  for (const [path, schema] of reads) {
    const answers = await Promise.all(
      (await twenty(path)).map(async (response) => readAnswer(response, { status: 200, schema })),
    )
    expect(answers).toEqual(Array(20).fill(answers[0]))
  }
  const requestIds = new Set<string>()
  for (const response of await twenty('/v1/problems/no-such-problem'))
    requestIds.add((await readProblem(response, { status: 404, code: 'problem.not_found' })).request_id)
  expect(requestIds.size).toBe(20)
})

test("what everybody shares has nothing of a learner's", async () => {
  const learner = api.learner()
  await api.call('PUT', '/v1/problems/3sum/upvote', { learner })
  const [mine, open] = await Promise.all(
    [learner, undefined].map(async (reader) => {
      const response = await api.call('GET', '/v1/problems/3sum', { learner: reader })
      return readAnswer(response, { status: 200, schema: problemSchema })
    }),
  )
  expect([mine?.upvoted, open?.upvoted]).toEqual([true, false])
})
