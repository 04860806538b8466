import { loadSeeds, readCatalogue } from '@codify/seeds'
import { anExercise } from '@codify/seeds/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import { useTestApi } from '../../app/testing.ts'
import { readAnswer, readProblem } from '../../app/testing-answers.ts'
import { problemPageSchema, problemSchema } from '../problems/problems.schemas.ts'
import { exerciseSchema, explanationSchema, hintSchema } from './exercises.schemas.ts'

const api = useTestApi()
const path = '/v1/problems/two-sum/exercise'

beforeAll(async () => {
  await loadSeeds(api.database.db, await readCatalogue(), [anExercise()])
  await api.deps.catalogue.refresh()
})

const read = async () => readAnswer(await api.call('GET', path), { status: 200, schema: exerciseSchema })

describe('an exercise', () => {
  test('has what a page shows and a browser runs, with and without a token', async () => {
    const exercise = await read()
    expect(exercise).toMatchObject({
      slug: 'two-sum',
      statement: 'Find the pair.',
      compare: 'unordered',
      result: null,
      call: { kind: 'function', name: 'twoSum' },
    })
    expect(exercise.starters.python).toContain('def two_sum(nums: list[int], target: int) -> list[int]:')
    expect(exercise.examples).toHaveLength(2)
    expect(exercise.tests).toHaveLength(9)
    const signedIn = await api.call('GET', path, { learner: api.learner() })
    expect(await readAnswer(signedIn, { status: 200, schema: exerciseSchema })).toEqual(exercise)
  })

  test('tells neither hints nor explanation nor solution', async () => {
    const text = await (await api.call('GET', path)).text()
    for (const word of ['Aim for O(n)', 'Remember what', 'One pass with a map', 'hash-map'])
      expect(text).not.toContain(word)
  })

  test('is not sent again to who has it', async () => {
    const first = await api.call('GET', path)
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toBe(`"${exerciseSchema.parse(await first.json()).digest}"`)
    const again = await api.call('GET', path, { headers: { 'if-none-match': etag } })
    expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, etag, ''])
    expect((await api.call('GET', path, { headers: { 'if-none-match': '"older"' } })).status).toBe(200)
  })

  test('that there is none of, or no problem, is said', async () => {
    const none = await api.call('GET', '/v1/problems/3sum/exercise')
    await readProblem(none, { status: 404, code: 'exercise.not_found' })
    const unknown = await api.call('GET', '/v1/problems/no-such/exercise', {
      headers: { 'if-none-match': '"x"' },
    })
    await readProblem(unknown, { status: 404, code: 'problem.not_found' })
  })
})

describe('hints', () => {
  test('are given one by one', async () => {
    const learner = api.learner()
    const hints = await Promise.all(
      [1, 2, 3].map(async (number) =>
        readAnswer(await api.call('GET', `${path}/hints/${number}`, { learner }), {
          status: 200,
          schema: hintSchema,
        }),
      ),
    )
    expect(hints).toEqual(anExercise().facts.hints.map((text, at) => ({ number: at + 1, of: 3, text })))
  })

  test.each(['0', '4', '1.5', 'x'])('have no number %s', async (number) => {
    const answer = await api.call('GET', `${path}/hints/${number}`, { learner: api.learner() })
    await readProblem(answer, { status: 400, code: 'request.invalid' })
  })

  test('and the explanation are for who is signed in', async () => {
    for (const part of ['hints/1', 'explanation'])
      expect((await api.call('GET', `${path}/${part}`)).status).toBe(401)
    const answer = await api.call('GET', `${path}/explanation`, { learner: api.learner() })
    expect(await readAnswer(answer, { status: 200, schema: explanationSchema })).toEqual({
      text: 'One pass with a map.',
      complexity: { time: 'O(n)', space: 'O(n)' },
      pattern: 'hash-map',
    })
    const none = await api.call('GET', '/v1/problems/3sum/exercise/explanation', { learner: api.learner() })
    await readProblem(none, { status: 404, code: 'exercise.not_found' })
  })
})

test('problems say whether they have an exercise, in the list and alone', async () => {
  const alone = async (slug: string) =>
    readAnswer(await api.call('GET', `/v1/problems/${slug}`), { status: 200, schema: problemSchema })
  expect([(await alone('two-sum')).has_exercise, (await alone('3sum')).has_exercise]).toEqual([true, false])
  const page = await readAnswer(await api.call('GET', '/v1/problems?q=sum&limit=100'), {
    status: 200,
    schema: problemPageSchema,
  })
  expect(page.items.filter(({ has_exercise }) => has_exercise).map(({ slug }) => slug)).toEqual(['two-sum'])
})
