import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { useTestApi } from '../../app/testing.ts'
import { readAnswer, readProblem } from '../../app/testing-answers.ts'
import { usedSignInTokenSchema } from './sign-in.schemas.ts'

const START = Date.parse('2026-05-04T10:00:00Z')
let now = START
const api = useTestApi({ clock: () => new Date(now) })

const path = '/v1/internal/sign-in-tokens'
const newToken = () => randomBytes(32).toString('hex')
const inMinutes = (minutes: number) => new Date(now + minutes * 60_000).toISOString()

async function callAsWeb(to: string, body: unknown) {
  return api.call('POST', to, { token: await api.sign({ sub: 'web', scope: 'auth' }), body })
}
async function keep(identifier: string, token: string, expires_at = inMinutes(10)) {
  expect((await callAsWeb(path, { identifier, token, expires_at })).status).toBe(204)
}
async function use(identifier: string, token: string) {
  const response = await callAsWeb(`${path}/use`, { identifier, token })
  return (await readAnswer(response, { status: 200, schema: usedSignInTokenSchema })).identifier
}
async function stored() {
  return api.database.db.selectFrom('sign_in_tokens').selectAll().execute()
}

describe('a sign-in token', () => {
  test('is used once, for the address in lower case', async () => {
    const token = newToken()
    await keep('Ada@Example.org', token)
    expect(await use('ADA@example.ORG', token)).toBe('ada@example.org')
    expect(await use('ada@example.org', token)).toBeNull()
  })

  test('is used by one of many at once', async () => {
    const token = newToken()
    await keep('many@example.org', token)
    const answers = await Promise.all(Array.from({ length: 20 }, () => use('many@example.org', token)))
    expect(answers.filter((answer) => answer !== null)).toEqual(['many@example.org'])
  })

  test('is of no use with another address, and stays', async () => {
    const token = newToken()
    await keep('mine@example.org', token)
    expect(await use('yours@example.org', token)).toBeNull()
    expect(await use('mine@example.org', newToken())).toBeNull()
    expect(await use('mine@example.org', token)).toBe('mine@example.org')
  })

  test('is not honoured once it has run out', async () => {
    const token = newToken()
    await keep('late@example.org', token, inMinutes(10))
    now += 10 * 60_000
    expect(await use('late@example.org', token)).toBeNull()
  })

  test('is stored as a hash', async () => {
    const token = newToken()
    await keep('hash@example.org', token)
    expect(JSON.stringify(await stored())).not.toContain(token)
  })

  test('cannot be taken over by another address', async () => {
    const token = newToken()
    await keep('first@example.org', token)
    await keep('second@example.org', token)
    expect(await use('second@example.org', token)).toBeNull()
    expect(await use('first@example.org', token)).toBe('first@example.org')
  })
})

describe('keeping', () => {
  test('holds five live tokens an address and drops the oldest', async () => {
    const tokens = Array.from({ length: 7 }, newToken)
    for (const [i, token] of tokens.entries()) await keep('five@example.org', token, inMinutes(5 + i / 60))
    const used = []
    for (const token of tokens) used.push(await use('five@example.org', token))
    expect(used.map(Boolean)).toEqual([false, false, true, true, true, true, true])
  })

  test('holds five also when ten come at once', async () => {
    const tokens = Array.from({ length: 10 }, newToken)
    await Promise.all(tokens.map((token) => keep('ten@example.org', token)))
    expect((await stored()).filter((row) => row.identifier === 'ten@example.org')).toHaveLength(5)
  })

  test('sweeps what has run out', async () => {
    await keep('old@example.org', newToken(), inMinutes(1))
    now += 2 * 60_000
    await keep('new@example.org', newToken())
    const rows = await stored()
    expect(rows.filter((row) => row.expires_at.getTime() <= now)).toEqual([])
  })

  test.each([
    ['too long a life', { expires_at: new Date(START + 24 * 3_600_000).toISOString() }, 'expires_at'],
    ['no moment', { expires_at: 'soon' }, 'expires_at'],
    ['no address', { identifier: 'ada' }, 'identifier'],
    ['an endless address', { identifier: `${'a'.repeat(320)}@example.org` }, 'identifier'],
    ['a short token', { token: 'short' }, 'token'],
    ['an unknown key', { learner_id: 'x' }, 'learner_id'],
  ])('%s is refused at its field', async (_, change, field) => {
    const body = { identifier: 'ada@example.org', token: newToken(), expires_at: inMinutes(10), ...change }
    const problem = await readProblem(await callAsWeb(path, body), { status: 400, code: 'request.invalid' })
    expect(problem.errors?.map((error) => error.field)).toContain(field)
  })

  test('fifteen minutes are allowed, a second more is not', async () => {
    await keep('limit@example.org', newToken(), inMinutes(15))
    const body = { identifier: 'limit@example.org', token: newToken(), expires_at: inMinutes(15 + 1 / 60) }
    await readProblem(await callAsWeb(path, body), { status: 400, code: 'request.invalid' })
  })
})

test.each([path, `${path}/use`])('%s takes the service token and nothing else', async (to) => {
  await readProblem(await api.call('POST', to, { body: {} }), { status: 401, code: 'auth.required' })
  const asLearner = await api.call('POST', to, { learner: api.learner(), body: {} })
  await readProblem(asLearner, { status: 401, code: 'auth.invalid_token' })
  const wrong = [{ sub: 'web' }, { sub: 'web', scope: 'other' }, { sub: 'api', scope: 'auth' }]
  for (const claims of wrong)
    await readProblem(await api.call('POST', to, { token: await api.sign(claims), body: {} }), {
      status: 401,
      code: 'auth.invalid_token',
    })
})
