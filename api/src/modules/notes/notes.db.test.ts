import { describe, expect, test } from 'vitest'
import { type TestLearner, useTestApi } from '../../app/testing.ts'
import { readAnswer, readProblem } from '../../app/testing-answers.ts'
import { NOTE_MAX, noteSchema } from './notes.schemas.ts'

const api = useTestApi()
const path = '/v1/problems/two-sum/note'

function put(learner: TestLearner, body: string, version: string | null) {
  return api.call('PUT', path, { learner, body: { body, version } })
}
const saved = (response: Response) => readAnswer(response, { status: 200, schema: noteSchema })
async function write(learner: TestLearner, body: string, version: string | null = null) {
  return saved(await put(learner, body, version))
}
async function read(learner: TestLearner) {
  return saved(await api.call('GET', path, { learner }))
}

describe('a note', () => {
  test('comes back as it was written, every change with a new version', async () => {
    const learner = api.learner()
    const first = await write(learner, '  **hash map**\n\n- one pass\n')
    expect(first.body).toBe('  **hash map**\n\n- one pass\n')
    expect(await read(learner)).toEqual(first)
    const second = await write(learner, 'shorter', first.version)
    expect(second.version).not.toBe(first.version)
    expect(await read(learner)).toEqual(second)
  })

  test('is the learner’s own: another has none', async () => {
    const learner = api.learner()
    await write(learner, 'mine')
    const other = await api.call('GET', path, { learner: api.learner() })
    await readProblem(other, { status: 404, code: 'note.not_found' })
  })

  test('changed on another device meanwhile is not overwritten: the newer text comes along', async () => {
    const learner = api.learner()
    const first = await write(learner, 'first')
    const newer = await write(learner, 'from the phone', first.version)
    const late = await put(learner, 'from the desk', first.version)
    const problem = await readProblem(late, { status: 409, code: 'note.changed' })
    expect(problem.current).toEqual(newer)
    const blind = await put(learner, 'from a third', null)
    expect((await readProblem(blind, { status: 409, code: 'note.changed' })).current).toEqual(newer)
    expect(await write(learner, 'joined', newer.version)).toMatchObject({ body: 'joined' })
  })

  test('of two devices at once keeps one text and gives it to the other', async () => {
    const learner = api.learner()
    const { version } = await write(learner, 'first')
    const answers = await Promise.all(['a', 'b', 'c', 'd'].map((text) => put(learner, text, version)))
    const winner = answers.find((answer) => answer.status === 200)
    const { body } = await read(learner)
    expect(winner && (await saved(winner)).body).toBe(body)
    const losers = answers.filter((answer) => answer !== winner)
    for (const loser of losers)
      expect(await readProblem(loser, { status: 409, code: 'note.changed' })).toMatchObject({
        current: { body },
      })
  })

  test('sent twice because an answer was lost is saved once', async () => {
    const learner = api.learner()
    const first = await write(learner, 'same', null)
    expect(await write(learner, 'same', null)).toEqual(first)
    const second = await write(learner, 'next', first.version)
    expect(await write(learner, 'next', first.version)).toEqual(second)
  })

  test('can be deleted, twice as well, but not in a newer version than one knows', async () => {
    const learner = api.learner()
    const first = await write(learner, 'first')
    const second = await write(learner, 'second', first.version)
    const late = await api.call('DELETE', `${path}?version=${first.version}`, { learner })
    expect((await readProblem(late, { status: 409, code: 'note.changed' })).current).toEqual(second)
    for (let i = 0; i < 2; i++)
      expect((await api.call('DELETE', `${path}?version=${second.version}`, { learner })).status).toBe(204)
    await readProblem(await api.call('GET', path, { learner }), { status: 404, code: 'note.not_found' })
    expect(await write(learner, 'what another device still had', second.version)).toMatchObject({
      body: 'what another device still had',
    })
  })

  test('may be as long as it may be', async () => {
    const text = '👩‍💻'.repeat(10).padEnd(NOTE_MAX, 'x')
    expect(await write(api.learner(), text)).toMatchObject({ body: text })
  })

  test.each([
    [{ body: 'x'.repeat(NOTE_MAX + 1), version: null }, 'body'],
    [{ body: ' \n ', version: null }, 'body'],
    [{ body: 'a\0', version: null }, 'body'],
    [{ body: '1. '.repeat(3000), version: null }, 'body'],
    [{ body: '*a '.repeat(3000), version: null }, 'body'],
    [{ body: 'x' }, 'version'],
    [{ body: 'x', version: '1' }, 'version'],
    [{ body: 'x', version: null, problem: '3sum' }, 'problem'],
  ])('%j is refused at %s', async (body, field) => {
    const learner = api.learner()
    const problem = await readProblem(await api.call('PUT', path, { learner, body }), {
      status: 400,
      code: 'request.invalid',
    })
    expect(problem.errors?.map((error) => error.field)).toEqual([field])
    await readProblem(await api.call('GET', path, { learner }), { status: 404, code: 'note.not_found' })
  })

  test('on a problem that does not exist is 404, and deleting asks for the version', async () => {
    const learner = api.learner()
    const none = { status: 404, code: 'problem.not_found' }
    const body = { body: 'x', version: null }
    await readProblem(await api.call('PUT', '/v1/problems/no-such/note', { learner, body }), none)
    await readProblem(await api.call('GET', '/v1/problems/no-such/note', { learner }), none)
    await readProblem(await api.call('DELETE', path, { learner }), { status: 400, code: 'request.invalid' })
  })
})
