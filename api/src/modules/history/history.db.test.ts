import { describe, expect, test } from 'vitest'
import { type TestLearner, useTestApi } from '../../app/testing.ts'
import { readAllPages, readAnswer, readProblem } from '../../app/testing-answers.ts'
import { attemptSchema } from '../attempts/attempts.schemas.ts'
import { anIntake } from '../intake/testing.ts'
import { anOwnProblem } from '../own-problems/testing.ts'
import { problemSchema } from '../problems/problems.schemas.ts'
import { type HistoryInput, historySchema } from './history.schemas.ts'

const now = new Date('2026-05-04T21:30:00Z')
const api = useTestApi({ clock: () => now })

async function paste(learner: TestLearner, body: HistoryInput) {
  const response = await api.call('POST', '/v1/me/history', { learner, body })
  return readAnswer(response, { status: 200, schema: historySchema })
}
const attemptsOf = (learner: TestLearner) =>
  readAllPages(api, '/v1/attempts', { item: attemptSchema, limit: 100, learner })

const text = [
  'two-sum,2026-05-01,25',
  'https://leetcode.com/problems/3sum/',
  'nope',
  'Two Sum,2026-05-01',
  '217',
].join('\n')

describe('a pasted list', () => {
  test('is shown first, and nothing is saved', async () => {
    const learner = api.learner()
    const shown = await paste(learner, { text, dry_run: true })
    expect(shown).toMatchObject({ dry_run: true, saved: 3 })
    expect(shown.matched.map(({ line, problem, state }) => [line, problem, state])).toEqual([
      [1, 'two-sum', 'new'],
      [2, '3sum', 'new'],
      [4, 'two-sum', 'repeated'],
      [5, 'contains-duplicate', 'new'],
    ])
    expect(shown.unmatched).toMatchObject([{ line: 3, text: 'nope' }])
    expect(await attemptsOf(learner)).toEqual([])
  })

  test('is saved as attempts with their dates, and the problems count as solved', async () => {
    const learner = api.learner()
    expect((await paste(learner, { text, date: '2026-04-01' })).saved).toBe(3)
    const attempts = (await attemptsOf(learner)).map(({ problem, minutes, created_at, outcome }) => [
      problem,
      outcome,
      minutes,
      created_at.slice(0, 10),
    ])
    expect(attempts).toEqual([
      ['two-sum', 'solved', 25, '2026-05-01'],
      ['contains-duplicate', 'solved', null, '2026-04-01'],
      ['3sum', 'solved', null, '2026-04-01'],
    ])
    const solved = await readAllPages(api, '/v1/problems?status=solved', {
      item: problemSchema,
      limit: 100,
      learner,
    })
    expect(solved).toHaveLength(3)
  })

  test('sent again saves nothing, also for two at once or with what was practised here', async () => {
    const learner = api.learner()
    await api.call('POST', '/v1/problems/3sum/attempts', { learner, body: { outcome: 'solved' } })
    const both = await Promise.all([paste(learner, { text }), paste(learner, { text })])
    expect(both.reduce((sum, { saved }) => sum + saved, 0)).toBe(2)
    const again = await paste(learner, { text })
    expect([again.saved, again.matched.map(({ state }) => state)]).toEqual([
      0,
      ['known', 'known', 'known', 'known'],
    ])
    expect(await attemptsOf(learner)).toHaveLength(3)
  })

  test('dates its lines in the learner’s time zone, today when none is named', async () => {
    const learner = api.learner()
    const body = anIntake({ time_zone: 'Asia/Tokyo' })
    expect((await api.call('PUT', '/v1/intake', { learner, body })).status).toBe(200)
    // It is the morning of the fifth in Tokyo already.
    await paste(learner, { text: 'two-sum\n3sum,2026-05-05\n4sum,2026-05-06' })
    const attempts = await attemptsOf(learner)
    expect(attempts.map(({ problem }) => problem)).toEqual(['3sum', 'two-sum'])
    for (const { created_at } of attempts) {
      expect(Date.parse(created_at)).toBeLessThanOrEqual(now.getTime())
      expect(Date.parse(created_at)).toBeGreaterThan(Date.parse('2026-05-04T15:00:00Z'))
    }
  })

  test('leaves a later attempt the newest word on a problem', async () => {
    const learner = api.learner()
    await api.call('POST', '/v1/problems/two-sum/attempts', { learner, body: { outcome: 'stuck' } })
    await paste(learner, { text: 'two-sum,2026-05-01' })
    const one = await api.call('GET', '/v1/problems/two-sum', { learner })
    expect(await readAnswer(one, { status: 200, schema: problemSchema })).toMatchObject({ status: 'stuck' })
  })

  test('may name problems of one’s own, and nobody else’s', async () => {
    const [learner, other] = [api.learner(), api.learner()]
    await api.call('POST', '/v1/own-problems', { learner, body: anOwnProblem() })
    const lines = { text: `${anOwnProblem().url}\n${anOwnProblem().title}` }
    expect(await paste(learner, lines)).toMatchObject({ saved: 1, unmatched: [] })
    expect(await paste(other, lines)).toMatchObject({ saved: 0, matched: [] })
  })

  test.each([
    [{ text: ' \n ' }, 'text'],
    [{ text: 'x'.repeat(50_001) }, 'text'],
    [{ text: 'two-sum\n'.repeat(2001) }, 'text'],
    [{ text: 'a\0' }, 'text'],
    [{ text: 'two-sum', date: '2026-05-05' }, 'date'],
    [{ text: 'two-sum', date: '1999-01-01' }, 'date'],
    [{ text: 'two-sum', date: 'May' }, 'date'],
    [{ text: 'two-sum', learner: 'x' }, 'learner'],
  ])('%j is refused at %s', async (body, field) => {
    const refused = await api.call('POST', '/v1/me/history', { learner: api.learner(), body })
    const problem = await readProblem(refused, { status: 400, code: 'request.invalid' })
    expect(problem.errors?.map((error) => error.field)).toContain(field)
  })

  test('of two thousand lines is read in one go', async () => {
    const learner = api.learner()
    const dates = Array.from({ length: 2000 }, (_, i) =>
      new Date(Date.UTC(2018, 0, i + 1)).toISOString().slice(0, 10),
    )
    const answer = await paste(learner, { text: dates.map((date) => `two-sum,${date}`).join('\n') })
    expect(answer.saved).toBe(2000)
  })
})
