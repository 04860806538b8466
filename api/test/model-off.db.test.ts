import pino from 'pino'
import { afterAll, expect, test } from 'vitest'
import { useTestApi } from '../src/app/testing.ts'
import { anIntake } from '../src/modules/intake/testing.ts'
import { createSettingsRepository } from '../src/modules/maintenance/settings.repository.ts'
import { createModelClient } from '../src/modules/model-client/model-client.ts'
import { MODEL_SETTING } from '../src/modules/model-guard/model-switch.ts'
import { planSchema } from '../src/modules/plans/plans.schemas.ts'
import { createOpenAiProposer } from '../src/modules/proposals/openai-proposer.ts'
import { goodAnswer, startFakeModel } from '../src/modules/proposals/testing/fake-model.ts'
import { systemClock } from '../src/shared/clock.ts'

let now = Date.parse('2026-05-04T10:00:00Z')
const model = await startFakeModel()
const api = useTestApi({
  clock: () => new Date(now),
  limits: { modelCallsPerDay: 2 },
  proposer: createOpenAiProposer({
    client: createModelClient({ apiKey: 'key', baseUrl: model.baseUrl, clock: systemClock }),
    model: 'fake',
    timeoutSeconds: 10,
    logger: pino({ level: 'silent' }),
  }),
})
afterAll(() => model.stop())

async function makePlan() {
  const learner = api.learner()
  await api.call('PUT', '/v1/intake', { learner, body: anIntake() })
  const response = await api.call('POST', '/v1/plans', { learner, body: {}, headers: { prefer: 'wait=30' } })
  return planSchema.parse(await response.json()).plan_json
}
async function turn(value: 'off' | 'on') {
  await createSettingsRepository({ db: api.database.db }).write({
    key: MODEL_SETTING,
    value,
    now: new Date(now),
  })
  now += 3_000
}

test('an operator turns the model off and on without a restart, and over the budget of a day the rules plan', async () => {
  model.behave(goodAnswer)
  expect((await makePlan()).source).toMatch(/^model/)

  await turn('off')
  const byRules = await makePlan()
  expect(byRules).toMatchObject({ source: 'rules', model: null })
  expect(byRules.note).toMatch(/turned off/)
  expect(byRules.weeks).toHaveLength(4)
  expect(model.requests).toHaveLength(1)

  await turn('on')
  expect((await makePlan()).source).toMatch(/^model/)
  const overBudget = await makePlan()
  expect(overBudget).toMatchObject({ source: 'rules', model: null })
  expect(overBudget.note).toMatch(/used up/)
  expect(model.requests).toHaveLength(2)

  const [used] = await api.database.db.selectFrom('model_usage').selectAll().execute()
  expect(used).toMatchObject({ kind: 'plan', calls: '2', prompt_tokens: '2', completion_tokens: '2' })
  const metrics = await (await api.call('GET', '/metrics')).text()
  expect(metrics).toMatch(/codify_model_calls_total\{kind="plan"\} 2/)
})
