import { loadSeeds, readCatalogue } from '@codify/seeds'
import { anExercise } from '@codify/seeds/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import { type TestLearner, useTestApi } from '../../app/testing.ts'
import { readAllPages, readAnswer, readProblem } from '../../app/testing-answers.ts'
import { learnerExportSchema } from '../learners/learners.schemas.ts'
import {
  calibrationSchema,
  interviewExerciseSchema,
  interviewSchema,
  interviewSubmittedSchema,
} from './interviews.schemas.ts'

let now = Date.parse('2026-05-04T10:00:00Z')
const api = useTestApi({ clock: () => new Date(now) })

beforeAll(async () => {
  await loadSeeds(api.database.db, await readCatalogue(), [anExercise(), anExercise('valid-anagram')])
  await api.deps.catalogue.refresh()
})

const read = async (response: Response, status = 200) =>
  readAnswer(response, { status, schema: interviewSchema })
async function start(learner: TestLearner, body: object = {}) {
  now += 1000
  return read(await api.call('POST', '/v1/interviews', { learner, body }), 201)
}
const predict = (learner: TestLearner, id: string, body: object) =>
  api.call('PUT', `/v1/interviews/${id}/prediction`, { learner, body })
const end = (learner: TestLearner, id: string, body: object = {}) =>
  api.call('POST', `/v1/interviews/${id}/end`, { learner, body })

describe('an interview', () => {
  test('hides what would give the problem away until it ends', async () => {
    const learner = api.learner()
    const interview = await start(learner, { minutes: 30 })
    expect(interview).toMatchObject({
      problem: null,
      minutes: 30,
      prediction: null,
      ended_at: null,
      reveal: null,
    })
    const asked = await api.call('GET', `/v1/interviews/${interview.id}/exercise`, { learner })
    const exercise = await readAnswer(asked, { status: 200, schema: interviewExerciseSchema })
    expect(exercise.call).toMatchObject({ kind: 'function', name: 'solve' })
    for (const starter of Object.values(exercise.starters)) expect(starter).toMatch(/(function|def) solve\(/)
    expect(JSON.stringify(exercise)).not.toMatch(/two.?sum|valid.?anagram|isAnagram|is_anagram/i)
    const strangers = await api.call('GET', `/v1/interviews/${interview.id}/exercise`, {
      learner: api.learner(),
    })
    await readProblem(strangers, { status: 404, code: 'interview.not_found' })
    const predicted = await read(
      await predict(learner, interview.id, { pattern: 'hash-map', confidence: 80 }),
    )
    expect(predicted).toMatchObject({ prediction: { pattern: 'hash-map', confidence: 80 }, reveal: null })
    const ended = await read(await end(learner, interview.id))
    expect(ended.reveal).toMatchObject({ is_right: true, outcome: null, submission_id: null })
    expect(ended.problem).toMatch(/^(two-sum|valid-anagram)$/)
    expect(ended.reveal?.patterns).toContain('hash-map')
    expect(await read(await end(learner, interview.id))).toEqual(ended)
  })

  test('is one at a time; the next is about another problem', async () => {
    const learner = api.learner()
    const first = await start(learner)
    expect((await start(learner, { minutes: 20 })).id).toBe(first.id)
    await read(await end(learner, first.id))
    const second = await start(learner)
    const problems = [await read(await end(learner, first.id)), await read(await end(learner, second.id))]
    expect(problems.map(({ problem }) => problem).sort()).toEqual(['two-sum', 'valid-anagram'])
  })

  test('a prediction is made once, before the end, of a pattern there is', async () => {
    const learner = api.learner()
    const { id } = await start(learner)
    const guess = { pattern: 'hash-map', confidence: 60 }
    const unknown = await predict(learner, id, { pattern: 'no-such', confidence: 60 })
    await readProblem(unknown, { status: 400, code: 'request.invalid' })
    await readProblem(await predict(learner, id, { ...guess, confidence: 49 }), {
      status: 400,
      code: 'request.invalid',
    })
    const made = await read(await predict(learner, id, guess))
    expect(await read(await predict(learner, id, guess))).toEqual(made)
    const other = await predict(learner, id, { ...guess, confidence: 90 })
    await readProblem(other, { status: 409, code: 'interview.predicted' })
    await read(await end(learner, id))
    const next = await start(learner)
    await read(await end(learner, next.id))
    await readProblem(await predict(learner, next.id, guess), { status: 409, code: 'interview.ended' })
  })

  test('keeps a submission of its own problem alone, with the minutes of its own clock', async () => {
    const learner = api.learner()
    const { id } = await start(learner)
    now += 12 * 60_000
    const body = {
      language: 'python',
      code: 'pass',
      outcome: 'failed',
      passed: 0,
      total: 9,
      ms: 1,
      hints_used: 0,
    }
    const response = await api.call('POST', `/v1/interviews/${id}/submissions`, { learner, body })
    const submission = await readAnswer(response, { status: 201, schema: interviewSubmittedSchema })
    expect(submission.suggested_attempt.minutes).toBe(12)
    const strangers = await api.call('POST', `/v1/interviews/${id}/submissions`, {
      learner: api.learner(),
      body,
    })
    await readProblem(strangers, { status: 404, code: 'interview.not_found' })
    const stranger = api.learner()
    const theirs = await start(stranger)
    const stolen = await read(await end(stranger, theirs.id, { submission_id: submission.id }))
    expect(stolen.reveal?.submission_id).toBeNull()
    const ended = await read(await end(learner, id, { submission_id: submission.id }))
    expect(ended.reveal).toMatchObject({ outcome: 'failed', submission_id: submission.id })
    const seen = await api.call('GET', `/v1/interviews/${id}`, { learner: stranger })
    await readProblem(seen, { status: 404, code: 'interview.not_found' })
  })
})

test('calibration counts ended predictions, the list has all, the export too', async () => {
  const learner = api.learner()
  for (const [pattern, confidence] of [
    ['hash-map', 90],
    ['sliding-window', 60],
  ] as const) {
    const { id } = await start(learner)
    await read(await predict(learner, id, { pattern, confidence }))
    await read(await end(learner, id))
  }
  const open = await start(learner)
  await read(await predict(learner, open.id, { pattern: 'hash-map', confidence: 100 }))
  const response = await api.call('GET', '/v1/calibration', { learner })
  const { brier, ...rest } = await readAnswer(response, { status: 200, schema: calibrationSchema })
  expect(rest).toMatchObject({ predictions: 2, right: 1 })
  expect(rest.bands.map(({ count, right }) => [count, right])).toEqual([
    [0, 0],
    [1, 0],
    [0, 0],
    [0, 0],
    [1, 1],
  ])
  expect(brier).toBeCloseTo((0.1 ** 2 + 0.6 ** 2) / 2)
  const all = await readAllPages(api, '/v1/interviews', { item: interviewSchema, limit: 2, learner })
  expect(all.map(({ id }) => id)[0]).toBe(open.id)
  expect(all).toHaveLength(3)
  const file = await api.call('GET', '/v1/me/export', { learner })
  const { interviews } = await readAnswer(file, { status: 200, schema: learnerExportSchema })
  expect(interviews.map(({ confidence, is_right }) => [confidence, is_right])).toEqual([
    [90, true],
    [60, false],
    [100, true],
  ])
  const heir = api.learner()
  const imported = await api.call('POST', '/v1/me/import', {
    learner: heir,
    body: await (await api.call('GET', '/v1/me/export', { learner })).json(),
  })
  expect(imported.status).toBe(200)
  const theirs = await api.call('GET', '/v1/calibration', { learner: heir })
  expect(await readAnswer(theirs, { status: 200, schema: calibrationSchema })).toEqual({ brier, ...rest })
})
