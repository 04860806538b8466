import { expect, test } from 'vitest'
import { type TestLearner, useTestApi } from '../../app/testing.ts'
import { readAnswer, readProblem } from '../../app/testing-answers.ts'
import { anIntake } from '../intake/testing.ts'
import { planViewSchema } from './plans.schemas.ts'

let now = Date.parse('2026-05-04T10:00:00Z')
const api = useTestApi({ clock: () => new Date(now) })

async function makePlan(learner: TestLearner) {
  const made = await api.call('POST', '/v1/plans', { learner, body: {}, headers: { prefer: 'wait=60' } })
  return readAnswer(made, { status: 201, schema: planViewSchema })
}
const restore = (learner: TestLearner, id: string) => api.call('POST', `/v1/plans/${id}/restore`, { learner })

function newSlugs({ plan_json }: Awaited<ReturnType<typeof makePlan>>): string[] {
  return plan_json.weeks
    .flatMap(({ days }) => days.flatMap(({ problems }) => problems))
    .filter(({ kind }) => kind === 'new')
    .map(({ slug }) => slug)
}

test('an old plan comes back as a proposal that keeps every rule, without what was solved since', async () => {
  const learner = api.learner()
  await api.call('PUT', '/v1/intake', { learner, body: anIntake() })
  const old = await makePlan(learner)
  await api.call('PUT', '/v1/intake', {
    learner,
    body: anIntake({ known_topics: ['arrays-hashing', 'two-pointers', 'stack', 'trees'] }),
  })
  now += 3 * 86_400_000
  const [solved = ''] = newSlugs(old)
  await api.call('POST', `/v1/problems/${solved}/attempts`, { learner, body: { outcome: 'solved' } })
  const current = await makePlan(learner)
  await api.call('PUT', '/v1/intake', { learner, body: anIntake() })

  const response = await restore(learner, old.id)
  const proposal = await readAnswer(response, { status: 201, schema: planViewSchema })
  expect(response.headers.get('location')).toBe(`/v1/plans/${proposal.id}`)
  expect(proposal.status).toBe('proposed')
  expect(proposal.plan_json).toMatchObject({ source: 'rules', model: null, start_date: '2026-05-07' })
  expect(proposal.plan_json.note).toContain('4 May')
  expect(proposal.plan_json.certificate.rules.filter(({ passed }) => !passed)).toEqual([])
  expect(newSlugs(proposal)).not.toContain(solved)
  const shared = (one: typeof old) => newSlugs(one).filter((slug) => newSlugs(old).includes(slug)).length
  expect(shared(proposal)).toBeGreaterThan(shared(current))
  expect(proposal.plan_json.changes?.added.length).toBeGreaterThan(0)

  await readProblem(await restore(learner, current.id), { status: 409, code: 'plan.not_past' })
  const accepted = await api.call('POST', `/v1/plans/${proposal.id}/accept`, { learner })
  expect((await readAnswer(accepted, { status: 200, schema: planViewSchema })).status).toBe('current')
})

test('twice leaves one proposal; another learner and a missing intake are told so', async () => {
  const learner = api.learner()
  await api.call('PUT', '/v1/intake', { learner, body: anIntake() })
  const old = await makePlan(learner)
  await makePlan(learner)
  const first = await readAnswer(await restore(learner, old.id), { status: 201, schema: planViewSchema })
  await readAnswer(await restore(learner, old.id), { status: 201, schema: planViewSchema })
  const before = await readAnswer(await api.call('GET', `/v1/plans/${first.id}`, { learner }), {
    status: 200,
    schema: planViewSchema,
  })
  expect(before.status).toBe('superseded')
  await readProblem(await restore(api.learner(), old.id), { status: 404, code: 'plan.not_found' })

  for (let i = 0; i < 2; i++) expect((await api.call('DELETE', '/v1/intake', { learner })).status).toBe(204)
  await readProblem(await api.call('GET', '/v1/intake', { learner }), {
    status: 404,
    code: 'intake.not_found',
  })
  await readProblem(await restore(learner, old.id), { status: 409, code: 'plan.intake_missing' })
  expect((await api.call('GET', '/v1/plans/current', { learner })).status).toBe(200)
})
