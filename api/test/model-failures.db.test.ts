import pino from 'pino'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { useTestApi } from '../src/app/testing.ts'
import { anIntake } from '../src/modules/intake/testing.ts'
import { createModelClient } from '../src/modules/model-client/model-client.ts'
import { planSchema } from '../src/modules/plans/plans.schemas.ts'
import { createOpenAiProposer } from '../src/modules/proposals/openai-proposer.ts'
import {
  type FakeBehaviour,
  goodAnswer,
  proposeWell,
  startFakeModel,
} from '../src/modules/proposals/testing/fake-model.ts'
import { systemClock } from '../src/shared/clock.ts'

const TIMEOUT_SECONDS = 2
const model = await startFakeModel()
const api = useTestApi({
  proposer: createOpenAiProposer({
    client: createModelClient({ apiKey: 'key', baseUrl: model.baseUrl, clock: systemClock }),
    model: 'fake',
    timeoutSeconds: TIMEOUT_SECONDS,
    logger: pino({ level: 'silent' }),
  }),
})
beforeEach(() => {
  model.requests.length = 0
})
afterAll(() => model.stop())

async function planWith(behaviour: FakeBehaviour) {
  model.behave(behaviour)
  const learner = api.learner()
  await api.call('PUT', '/v1/intake', { learner, body: anIntake() })
  const startedAt = performance.now()
  const response = await api.call('POST', '/v1/plans', { learner, body: {}, headers: { prefer: 'wait=30' } })
  const seconds = (performance.now() - startedAt) / 1000
  expect(response.status).toBe(201)
  const { plan_json } = planSchema.parse(await response.json())
  expect(plan_json.certificate.rules.filter((rule) => !rule.passed)).toEqual([])
  return { plan: plan_json, seconds }
}

const answering = (text: string, finishReason = 'stop'): FakeBehaviour => ({
  kind: 'answer',
  text: () => text,
  finishReason,
})

test.each<[string, FakeBehaviour, RegExp]>([
  ['refuses', { kind: 'refusal' }, /declined to answer/],
  ['is cut short', answering('{"weeks":[', 'length'), /cut short/],
  ['is filtered', answering('', 'content_filter'), /held back/],
  ['chats', answering('Sure! Here is a plan.'), /could not be read/],
  ['sends another shape', answering('{"plan":[]}'), /could not be read/],
  ['sends broken UTF-8', { kind: 'broken_utf8' }, /could not be read/],
  ['sends five megabytes', { kind: 'huge' }, /far too long/],
  ['drops the connection', { kind: 'reset' }, /could not be reached/],
  ['rejects the key', { kind: 'status', status: 401 }, /did not accept/],
  ['is overloaded', { kind: 'status', status: 503, retryAfter: '0' }, /could not be reached/],
  ['asks to wait for too long', { kind: 'status', status: 429, retryAfter: '30' }, /did not answer in time/],
  ['says nothing', { kind: 'silent' }, /did not answer in time/],
  ['drips', { kind: 'drip' }, /did not answer in time/],
])(
  'a model that %s leaves a complete plan in time, and the plan says how it was made',
  async (_, behaviour, note) => {
    const { plan, seconds } = await planWith(behaviour)
    expect(plan.source).toBe('rules')
    expect(plan.note).toMatch(note)
    expect(plan.weeks).toHaveLength(4)
    expect(seconds).toBeLessThan(TIMEOUT_SECONDS + 2)
  },
)

test('a model that invents everything is told apart from one that answers well', async () => {
  const invented: FakeBehaviour = {
    kind: 'answer',
    text: (prompt) => {
      const proposal = proposeWell(prompt)
      for (const day of proposal.weeks.flatMap((week) => week.days)) {
        for (const problem of day.problems) problem.id = `no-such-${problem.id}`
      }
      return JSON.stringify(proposal)
    },
  }
  expect((await planWith(invented)).plan.source).toBe('rules')

  const { plan } = await planWith(goodAnswer)
  expect(plan.source).toMatch(/^model/)
  expect(plan.model).toBe('fake')
  const planned = new Set(
    plan.weeks.flatMap((week) => week.days.flatMap((day) => day.problems.map(({ id }) => id))),
  )
  const prompt =
    model.requests
      .at(-1)
      ?.messages.map(({ content }) => content)
      .join('\n') ?? ''
  const offered = [...prompt.matchAll(/"id":"([0-9a-f-]{36})"/g)].map(([, id]) => id)
  expect(offered.filter((id) => id && planned.has(id)).length).toBeGreaterThan(10)
  expect(model.requests).toHaveLength(2)
})
