import { expect, test } from 'vitest'
import { useTestApi } from '../../app/testing.ts'
import { readAnswer, readProblem } from '../../app/testing-answers.ts'
import { anIntake } from '../intake/testing.ts'
import { readinessSchema } from '../readiness/readiness.schemas.ts'

const api = useTestApi()

async function readinessOf(learner: ReturnType<typeof api.learner>) {
  return readAnswer(await api.call('GET', '/v1/readiness', { learner }), {
    status: 200,
    schema: readinessSchema,
  })
}

test('needs a learner, and an intake', async () => {
  await readProblem(await api.call('GET', '/v1/readiness'), { status: 401, code: 'auth.required' })
  await readProblem(await api.call('GET', '/v1/readiness', { learner: api.learner() }), {
    status: 404,
    code: 'intake.not_found',
  })
})

test('rises with a plan that is followed and with what is solved, and has a range', async () => {
  const learner = api.learner()
  const intake = anIntake({ role_target: ['Backend engineer'], interview_date: null })
  await api.call('PUT', '/v1/intake', { learner, body: intake })
  const before = await readinessOf(learner)
  expect(before).toMatchObject({ target_date: null, calibration: null, roles: [{ slug: 'backend' }] })
  expect(before.at_end).toBeCloseTo(before.now, 9)

  await api.call('POST', '/v1/plans', { learner, body: {}, headers: { prefer: 'wait=60' } })
  const planned = await readinessOf(learner)
  expect(planned.at_end).toBeGreaterThan(planned.now + 0.02)
  expect(planned.target_date).not.toBeNull()

  await api.call('POST', '/v1/problems/two-sum/attempts', {
    learner,
    body: { outcome: 'solved', minutes: 10 },
  })
  const after = await readinessOf(learner)
  expect(after.now).toBeGreaterThan(planned.now)
  expect(after.by_topic.find(({ topic }) => topic === 'arrays-hashing')?.attempts).toBe(1)
})
