import { describe, expect, test } from 'vitest'
import { type TestLearner, useTestApi } from '../../app/testing.ts'
import { readAllPages, readAnswer, readProblem } from '../../app/testing-answers.ts'
import { attemptSchema } from '../attempts/attempts.schemas.ts'
import { anIntake } from '../intake/testing.ts'
import { anOwnProblem } from '../own-problems/testing.ts'
import { problemSchema } from '../problems/problems.schemas.ts'
import { type HistoryInput, historySchema, pasteListSchema, pasteTakenBackSchema } from './history.schemas.ts'

const start = new Date('2026-05-04T21:30:00Z')
let now = start
const api = useTestApi({ clock: () => now })

async function paste(learner: TestLearner, body: HistoryInput) {
  const response = await api.call('POST', '/v1/me/history', { learner, body })
  return readAnswer(response, { status: 200, schema: historySchema })
}
const attemptsOf = (learner: TestLearner) =>
  readAllPages(api, '/v1/attempts', { item: attemptSchema, limit: 100, learner })
async function pastesOf(learner: TestLearner) {
  const response = await api.call('GET', '/v1/me/history', { learner })
  return (await readAnswer(response, { status: 200, schema: pasteListSchema })).items
}
const takeBack = (learner: TestLearner, id: string | null) =>
  api.call('DELETE', `/v1/me/history/${id}`, { learner })
async function liveIn(learner: TestLearner, time_zone: string) {
  const body = anIntake({ time_zone })
  expect((await api.call('PUT', '/v1/intake', { learner, body })).status).toBe(200)
}
const cardsOf = (learner: TestLearner) =>
  api.database.db.selectFrom('review_cards').selectAll().where('learner_id', '=', learner.id).execute()

const text = [
  'two-sum,2026-05-01,25',
  'https://leetcode.com/problems/3sum/',
  'nope',
  'Two Sum,2026-05-01',
  '217',
  '- [ ] 4Sum',
].join('\n')

describe('a pasted list', () => {
  test('is shown first, and nothing is saved', async () => {
    const learner = api.learner()
    const shown = await paste(learner, { text, dry_run: true })
    expect(shown).toMatchObject({ dry_run: true, saved: 1, paste_id: null, header: null })
    expect(shown.matched.map(({ line, problem, state, date }) => [line, problem, state, date])).toEqual([
      [1, 'two-sum', 'new', '2026-05-01'],
      [2, '3sum', 'undated', null],
      [4, 'two-sum', 'repeated', '2026-05-01'],
      [5, 'contains-duplicate', 'undated', null],
    ])
    expect(shown.unmatched).toMatchObject([{ line: 3, text: 'nope' }])
    expect(shown.left_out).toMatchObject([{ line: 6, problem: '4sum', reason: 'Not solved.' }])
    expect(await attemptsOf(learner)).toEqual([])
  })

  test('without a date of its own is not saved as of today: the date is asked for', async () => {
    const learner = api.learner()
    expect(await paste(learner, { text: 'two-sum\n3sum yesterday' })).toMatchObject({
      saved: 0,
      paste_id: null,
    })
    expect(await attemptsOf(learner)).toEqual([])
    const body = { text: 'two-sum\n3sum yesterday', date: '2026-04-01' }
    expect(await paste(learner, { ...body, dry_run: true })).toMatchObject({
      saved: 2,
      matched: [
        { state: 'new', date: '2026-04-01' },
        { state: 'new', date: '2026-04-01' },
      ],
    })
    expect((await paste(learner, body)).saved).toBe(2)
  })

  test('of dates that can be read in two ways waits for the order of day and month', async () => {
    const learner = api.learner()
    const body = { text: 'two-sum,02/03/2026', date: '2026-04-01' }
    expect(await paste(learner, body)).toMatchObject({
      saved: 0,
      matched: [{ state: 'ambiguous', date: null }],
    })
    expect(await paste(learner, { ...body, day_order: 'day_first' })).toMatchObject({
      saved: 1,
      matched: [{ state: 'new', date: '2026-03-02' }],
    })
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
    const body = { text, date: '2026-05-02' }
    const both = await Promise.all([paste(learner, body), paste(learner, body)])
    expect(both.map(({ saved }) => saved).sort()).toEqual([0, 2])
    for (const { saved, matched } of both)
      expect(matched.filter(({ state }) => state === 'new')).toHaveLength(saved)
    const again = await paste(learner, { text })
    expect([again.saved, again.matched.map(({ state }) => state)]).toEqual([
      0,
      ['known', 'known', 'known', 'known'],
    ])
    expect(await attemptsOf(learner)).toHaveLength(3)
  })

  test('counts a line without a date once beside one that has it, in any order', async () => {
    const learner = api.learner()
    const lines = { text: 'two-sum\ntwo-sum,2026-05-01\ntwo-sum', date: '2026-04-01' }
    expect((await paste(learner, lines)).matched.map(({ state }) => state)).toEqual([
      'repeated',
      'new',
      'repeated',
    ])
  })

  test('dates its lines in the learner’s time zone', async () => {
    const learner = api.learner()
    await liveIn(learner, 'Asia/Tokyo')
    // It is the morning of the fifth in Tokyo already.
    const answer = await paste(learner, {
      text: 'two-sum\n3sum,2026-05-05\n4sum,2026-05-06',
      date: '2026-05-05',
    })
    expect(answer.unmatched).toMatchObject([{ reason: 'The date 2026-05-06 is in the future.' }])
    const attempts = await attemptsOf(learner)
    expect(attempts.map(({ problem }) => problem)).toEqual(['3sum', 'two-sum'])
    for (const { created_at } of attempts) {
      expect(Date.parse(created_at)).toBeLessThanOrEqual(now.getTime())
      expect(Date.parse(created_at)).toBeGreaterThan(Date.parse('2026-05-04T15:00:00Z'))
    }
  })

  test('keeps moments to the second, and a day’s lines in their order', async () => {
    const learner = api.learner()
    await liveIn(learner, 'America/Los_Angeles')
    const shown = await paste(learner, { text: 'two-sum,2026-03-02T02:00:00Z' })
    expect(shown.matched).toMatchObject([{ date: '2026-03-01' }])
    expect((await attemptsOf(learner))[0]?.created_at).toBe('2026-03-02T02:00:00.000Z')
    const newestFirst = 'Title,Status,Date\n3sum,AC,2026-05-02\n3sum,WA,2026-05-02\n4sum,AC,2026-05-01'
    await paste(learner, { text: newestFirst })
    const one = await api.call('GET', '/v1/problems/3sum', { learner })
    expect(await readAnswer(one, { status: 200, schema: problemSchema })).toMatchObject({ status: 'solved' })
  })

  test.each(['Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Calcutta', 'America/Nuuk'])(
    'pasted again under %s is known: preview and result say the same',
    async (timeZone) => {
      const learner = api.learner()
      await liveIn(learner, 'UTC')
      const body = { text: 'two-sum,2026-03-01\n3sum,2026-03-01T23:30:00Z\n4sum', date: '2026-03-02' }
      expect((await paste(learner, body)).saved).toBe(3)
      await liveIn(learner, timeZone)
      const shown = await paste(learner, { ...body, dry_run: true })
      const done = await paste(learner, body)
      expect([shown.saved, done.saved]).toEqual([0, 0])
      expect(done.matched).toEqual(shown.matched)
      expect(await attemptsOf(learner)).toHaveLength(3)
    },
  )

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
    const lines = { text: `${anOwnProblem().url}\n${anOwnProblem().title}`, date: '2026-05-01' }
    expect(await paste(learner, lines)).toMatchObject({ saved: 1, unmatched: [] })
    expect(await paste(other, lines)).toMatchObject({ saved: 0, matched: [] })
  })

  test.each([
    [{ text: ' \n ' }, 'text'],
    [{ text: 'x'.repeat(50_001) }, 'text'],
    [{ text: 'two-sum\n'.repeat(2001) }, 'text'],
    [{ text: 'two-sum\r'.repeat(2001) }, 'text'],
    [{ text: 'a\0' }, 'text'],
    [{ text: 'two-sum', date: '2026-05-05' }, 'date'],
    [{ text: 'two-sum', date: '1999-01-01' }, 'date'],
    [{ text: 'two-sum', date: 'May' }, 'date'],
    [{ text: 'two-sum', day_order: 'year_first' }, 'day_order'],
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

describe('a paste', () => {
  test('is taken back with one press, whatever its dates, and can be pasted again', async () => {
    const learner = api.learner()
    await api.call('POST', '/v1/problems/two-sum/attempts', { learner, body: { outcome: 'stuck' } })
    const cards = await cardsOf(learner)
    const body = { text: 'two-sum,2026-05-04\n3sum,2020-03-02,solved\n4sum,2020-03-03,tried' }
    const { paste_id, saved } = await paste(learner, body)
    expect(saved).toBe(3)
    expect(await pastesOf(learner)).toEqual([{ id: paste_id, pasted_at: now.toISOString(), attempts: 3 }])
    const gone = await takeBack(learner, paste_id)
    expect(await readAnswer(gone, { status: 200, schema: pasteTakenBackSchema })).toEqual({ taken_back: 3 })
    expect((await attemptsOf(learner)).map(({ problem, outcome }) => [problem, outcome])).toEqual([
      ['two-sum', 'stuck'],
    ])
    expect(await cardsOf(learner)).toEqual(cards)
    const solved = { item: problemSchema, limit: 100, learner }
    expect(await readAllPages(api, '/v1/problems?status=solved', solved)).toEqual([])
    expect(await pastesOf(learner)).toEqual([])
    const twice = await takeBack(learner, paste_id)
    expect(await readAnswer(twice, { status: 200, schema: pasteTakenBackSchema })).toEqual({ taken_back: 0 })

    const shown = await paste(learner, { ...body, dry_run: true })
    const again = await paste(learner, body)
    expect([shown.saved, again.saved]).toEqual([3, 3])
    expect(again.paste_id).not.toBe(paste_id)
    expect(await attemptsOf(learner)).toHaveLength(4)
  })

  test('can be taken back one attempt at a time; the rest goes with the paste', async () => {
    const learner = api.learner()
    const { paste_id } = await paste(learner, { text: 'two-sum,2020-03-01\n3sum,2020-03-02' })
    const [newest] = await attemptsOf(learner)
    expect(newest).toMatchObject({ paste_id, pasted_at: now.toISOString() })
    expect((await api.call('DELETE', `/v1/attempts/${newest?.id}`, { learner })).status).toBe(200)
    expect(await pastesOf(learner)).toMatchObject([{ id: paste_id, attempts: 1 }])
    const rest = await takeBack(learner, paste_id)
    expect(await readAnswer(rest, { status: 200, schema: pasteTakenBackSchema })).toEqual({ taken_back: 1 })
  })

  test('stays after a day', async () => {
    const learner = api.learner()
    const { paste_id } = await paste(learner, { text: 'two-sum,2020-03-01' })
    now = new Date(start.getTime() + 24 * 3_600_000 - 1000)
    expect(await pastesOf(learner)).toHaveLength(1)
    now = new Date(start.getTime() + 24 * 3_600_000)
    expect(await pastesOf(learner)).toEqual([])
    await readProblem(await takeBack(learner, paste_id), { status: 409, code: 'paste.too_old' })
    const [attempt] = await attemptsOf(learner)
    const single = await api.call('DELETE', `/v1/attempts/${attempt?.id}`, { learner })
    await readProblem(single, { status: 409, code: 'attempt.too_old' })
    now = start
  })

  test('of another learner is not found', async () => {
    const [learner, other] = [api.learner(), api.learner()]
    const { paste_id } = await paste(learner, { text: 'two-sum,2020-03-01' })
    await readProblem(await takeBack(other, paste_id), { status: 404, code: 'paste.not_found' })
    await readProblem(await takeBack(learner, 'no-id'), { status: 400, code: 'request.invalid' })
    expect(await attemptsOf(learner)).toHaveLength(1)
  })

  test('goes with an export to another account, and can be taken back there', async () => {
    const [learner, heir] = [api.learner(), api.learner()]
    const { paste_id } = await paste(learner, { text: 'two-sum,2020-03-01\n3sum,2020-03-02' })
    const everything: unknown = await (await api.call('GET', '/v1/me/export', { learner })).json()
    expect((await api.call('POST', '/v1/me/import', { learner: heir, body: everything })).status).toBe(200)
    const [moved] = await pastesOf(heir)
    expect(moved).toMatchObject({ pasted_at: now.toISOString(), attempts: 2 })
    expect(moved?.id).not.toBe(paste_id)
    expect((await takeBack(heir, moved?.id ?? '')).status).toBe(200)
    expect([await attemptsOf(heir), (await attemptsOf(learner)).length]).toEqual([[], 2])
  })
})
