import { expect, test } from 'vitest'
import { useTestApi } from '../../app/testing.ts'
import { readProblem } from '../../app/testing-answers.ts'

const api = useTestApi({ limits: { commentsPerMinute: 3 } })

test('whoever comments too fast is told when to go on, and others are not held up', async () => {
  const [ada, bob] = [api.learner('Ada'), api.learner('Bob')]
  const post = (learner: typeof ada, body: string) =>
    api.call('POST', '/v1/problems/two-sum/comments', { learner, body: { body } })
  const answers = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((text) => post(ada, text)))
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, 429, 429])
  const refused = await post(ada, 'f')
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  await readProblem(refused, { status: 429, code: 'comment.too_many' })
  expect((await post(bob, 'a')).status).toBe(201)
})
