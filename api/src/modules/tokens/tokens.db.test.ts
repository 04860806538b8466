import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { createApp } from '../../app/create-app.ts'
import { type TestLearner, useTestApi } from '../../app/testing.ts'
import { readAnswer, readProblem } from '../../app/testing-answers.ts'
import { makeToken } from './testing.ts'
import { hashToken, newToken, prefixOf } from './tokens.models.ts'
import { createTokensRepository } from './tokens.repository.ts'
import { TOKENS_MAX, tokenListSchema, tokenSchema } from './tokens.schemas.ts'

let now = Date.parse('2026-05-04T10:00:00.000Z')
const DAY = 86_400_000
const api = useTestApi({ clock: () => new Date(now) })

const invalid = { status: 401, code: 'auth.invalid_token' }
const current = (token: string) => api.call('GET', '/v1/tokens/current', { token })
async function listOf(learner: TestLearner) {
  const response = await api.call('GET', '/v1/tokens', { learner })
  return (await readAnswer(response, { status: 200, schema: tokenListSchema })).items
}

describe('a personal token', () => {
  test('is made once, listed without itself, and lives for 90 days unless told otherwise', async () => {
    const learner = api.learner()
    const made = await makeToken(api, learner, { scopes: ['plan:read', 'plan:read'], name: '  Laptop ' })
    expect(made.token).toMatch(/^cdf_[0-9A-Za-z]{43}$/)
    expect(made).toMatchObject({ name: 'Laptop', scopes: ['plan:read'], last_used_on: null, expired: false })
    expect(made.expires_at).toBe(new Date(now + 90 * DAY).toISOString())
    const endless = await makeToken(api, learner, { expires_at: null })
    expect(endless.expires_at).toBeNull()
    const { token, ...listed } = made
    expect(await listOf(learner)).toContainEqual(listed)
    const stored = await api.database.db.selectFrom('personal_tokens').selectAll().execute()
    expect(JSON.stringify(stored)).not.toContain(token.slice(12))
  })

  test('speaks for its learner, under the name of then, and notes the day of its use', async () => {
    const learner = api.learner('Grace')
    const { token } = await makeToken(api, learner)
    const response = await api.call('POST', '/v1/problems/two-sum/comments', {
      token,
      body: { body: 'by token' },
    })
    expect(await response.json()).toMatchObject({ author: 'Grace', mine: true })
    expect(await listOf(learner)).toMatchObject([{ last_used_on: '2026-05-04' }])
    now += DAY
    await readAnswer(await current(token), { status: 200, schema: tokenSchema })
    expect(await listOf(learner)).toMatchObject([{ last_used_on: '2026-05-05' }])
  })

  test('is refused when it is cut, longer, in another case, of another or unknown', async () => {
    const { token } = await makeToken(api, api.learner())
    const swapped = token.replace(/[a-z]/gi, (c, at) =>
      at < 12 ? c : c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase(),
    )
    for (const wrong of [
      token.slice(0, -1),
      `${token}x`,
      swapped,
      token.toUpperCase(),
      `cdf_${'0'.repeat(43)}`,
      token.slice(0, 12) + 'A'.repeat(35),
      'cdf_',
    ])
      await readProblem(await api.call('GET', '/v1/topics', { token: wrong }), invalid)
    const basic = await api.call('GET', '/v1/topics', { headers: { authorization: `Basic ${token}` } })
    await readProblem(basic, invalid)
    const inQuery = await api.call('GET', `/v1/today?token=${token}`)
    await readProblem(inQuery, { status: 401, code: 'auth.required' })
    expect((await current(token)).status).toBe(200)
  })

  test('ends at its end, though it was just used', async () => {
    const learner = api.learner()
    const { token } = await makeToken(api, learner, { expires_at: new Date(now + 2_000).toISOString() })
    expect((await current(token)).status).toBe(200)
    now += 2_000
    await readProblem(await current(token), invalid)
    expect(await listOf(learner)).toMatchObject([{ expired: true }])
  })

  test('is revoked at once here and within five seconds on every replica', async () => {
    const learner = api.learner()
    const { token, id } = await makeToken(api, learner)
    const replica = createApp(api.deps)
    const there = () =>
      replica.request('/v1/tokens/current', { headers: { authorization: `Bearer ${token}` } })
    expect((await there()).status).toBe(200)
    expect((await current(token)).status).toBe(200)
    expect((await api.call('DELETE', `/v1/tokens/${id}`, { learner })).status).toBe(204)
    await readProblem(await current(token), invalid)
    now += 5_000
    await readProblem(await there(), invalid)
    const again = await api.call('DELETE', `/v1/tokens/${id}`, { learner })
    await readProblem(again, { status: 404, code: 'token.not_found' })
  })

  test('of another learner cannot be revoked, and looks as if it did not exist', async () => {
    const { token, id } = await makeToken(api, api.learner())
    const refused = await api.call('DELETE', `/v1/tokens/${id}`, { learner: api.learner() })
    await readProblem(refused, { status: 404, code: 'token.not_found' })
    expect((await current(token)).status).toBe(200)
  })

  test('is one of twenty at most; expired ones give way', async () => {
    const learner = api.learner()
    await makeToken(api, learner, { expires_at: new Date(now + 1_000).toISOString() })
    const rest = Array.from({ length: TOKENS_MAX - 1 }, () => makeToken(api, learner))
    await Promise.all(rest)
    const body = { name: 'One more', scopes: ['plan:read'] }
    const refused = await api.call('POST', '/v1/tokens', { learner, body })
    await readProblem(refused, { status: 409, code: 'token.too_many' })
    now += 1_000
    await makeToken(api, learner)
    expect(await listOf(learner)).toHaveLength(TOKENS_MAX)
  })

  test.each([
    ['without a scope', { name: 'x', scopes: [] }, 'scopes'],
    ['with an unknown scope', { name: 'x', scopes: ['admin'] }, 'scopes.0'],
    ['without a name', { name: ' ', scopes: ['plan:read'] }, 'name'],
    ['with a line break in its name', { name: 'a\nb', scopes: ['plan:read'] }, 'name'],
    [
      'that has ended',
      { name: 'x', scopes: ['plan:read'], expires_at: '2026-05-01T00:00:00Z' },
      'expires_at',
    ],
    ['with an unknown key', { name: 'x', scopes: ['plan:read'], admin: true }, 'admin'],
  ])('%s is refused at its field', async (_, body, field) => {
    const refused = await api.call('POST', '/v1/tokens', { learner: api.learner(), body })
    const problem = await readProblem(refused, { status: 400, code: 'request.invalid' })
    expect(problem.errors?.map((error) => error.field)).toEqual([field])
  })

  test('opens no internal call', async () => {
    const { token } = await makeToken(api, api.learner())
    const body = { identifier: 'a@example.org', token: 'x'.repeat(32) }
    const response = await api.call('POST', '/v1/internal/sign-in-tokens/use', { token, body })
    await readProblem(response, invalid)
  })
})

describe('signing out everywhere', () => {
  test('ends every token, also one that an ended session makes at the same moment', async () => {
    const learner = api.learner()
    const { token } = await makeToken(api, learner)
    const kept = await makeToken(api, api.learner())
    const session = await api.sign({ sub: learner.id, name: 'Ada', auth_time: now / 1000 })
    now += 1_000
    expect((await api.call('POST', '/v1/me/sign-out-everywhere', { learner })).status).toBe(204)
    await readProblem(await current(token), invalid)
    expect((await current(kept.token)).status).toBe(200)
    // As on a replica that has not heard of it yet.
    const late = newToken()
    await createTokensRepository(api.database).create({
      learnerId: learner.id,
      learnerName: 'Ada',
      token: {
        name: 'Late',
        prefix: prefixOf(late),
        hash: hashToken(late),
        scopes: ['plan:read'],
        expiresAt: null,
      },
      sessionBegan: new Date(now - 1_000),
      max: TOKENS_MAX,
      now: new Date(now),
    })
    await readProblem(await current(late), invalid)
    await readProblem(await api.call('GET', '/v1/tokens', { token: session }), {
      status: 401,
      code: 'auth.session_ended',
    })
  })

  test('and deleting the account leaves none', async () => {
    const learner = api.learner()
    const { token } = await makeToken(api, learner)
    const deleted = await api.call('DELETE', '/v1/me', { learner })
    expect(await deleted.json()).toMatchObject({ deleted: { tokens: 1 } })
    await readProblem(await current(token), invalid)
  })
})

test('an export shows tokens without their hash', async () => {
  const learner = api.learner()
  const { token, prefix } = await makeToken(api, learner, { scopes: ['profile:read'] })
  const text = await (await api.call('GET', '/v1/me/export', { learner })).text()
  expect(JSON.parse(text).tokens).toMatchObject([{ name: 'Laptop', prefix, scopes: ['profile:read'] }])
  expect(text).not.toMatch(/hash/)
  expect(text).not.toContain(token)
})

test('a token has a limit of its own below that of its learner', async () => {
  const app = createApp({ ...api.deps, limits: { ...api.deps.limits, requestsPerMinute: 6 } })
  const learner = api.learner()
  const { token } = await makeToken(api, learner)
  const ask = (bearer: string) =>
    app.request('/v1/topics', { headers: { authorization: `Bearer ${bearer}` } })
  for (let i = 0; i < 3; i++) expect((await ask(token)).status).toBe(200)
  const refused = await ask(token)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  await readProblem(refused, { status: 429, code: 'rate.limited' })
  const session = await api.sign({ sub: learner.id })
  for (let i = 0; i < 3; i++) expect((await ask(session)).status).toBe(200)
  await readProblem(await ask(session), { status: 429, code: 'rate.limited' })
  expect((await ask(await api.sign({ sub: randomUUID() }))).status).toBe(200)
})
