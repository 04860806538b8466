import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { addressHeader, forwarderHeader } from '../../app/client-address.ts'
import { createApp } from '../../app/create-app.ts'
import { useTestApi } from '../../app/testing.ts'
import { readAnswer, readProblem } from '../../app/testing-answers.ts'
import { usedSignInTokenSchema } from './sign-in.schemas.ts'

const START = Date.parse('2026-05-04T10:00:00Z')
let now = START
const api = useTestApi({ clock: () => new Date(now) })

const path = '/v1/internal/sign-in-tokens'
const newToken = () => randomBytes(32).toString('hex')
const browser = newToken()
const inMinutes = (minutes: number) => new Date(now + minutes * 60_000).toISOString()

async function callAsWeb(to: string, body: unknown) {
  return api.call('POST', to, { token: await api.sign({ sub: 'web', scope: 'auth' }), body })
}
async function keep(identifier: string, token: string, expires_at = inMinutes(10)) {
  expect((await callAsWeb(path, { identifier, token, browser, expires_at })).status).toBe(204)
}
async function use(identifier: string, token: string, from = browser) {
  const response = await callAsWeb(`${path}/use`, { identifier, token, browser: from })
  return (await readAnswer(response, { status: 200, schema: usedSignInTokenSchema })).identifier
}
async function answerOf(identifier: string, token: string, from = browser) {
  const response = await callAsWeb(`${path}/use`, { identifier, token, browser: from })
  return readAnswer(response, { status: 200, schema: usedSignInTokenSchema })
}
const nothing = { identifier: null, expires_at: null, superseded: false }
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

  test('is of no use in another browser than the one that asked, and stays', async () => {
    const token = newToken()
    await keep('here@example.org', token)
    expect(await use('here@example.org', token, newToken())).toBeNull()
    expect(await use('here@example.org', token)).toBe('here@example.org')
  })

  test('is stored as a hash, and so is what binds it to the browser', async () => {
    const token = newToken()
    await keep('hash@example.org', token)
    expect(JSON.stringify(await stored())).not.toContain(token)
    expect(JSON.stringify(await stored())).not.toContain(browser)
  })

  test('cannot be taken over by another address', async () => {
    const token = newToken()
    await keep('first@example.org', token)
    await keep('second@example.org', token)
    expect(await use('second@example.org', token)).toBeNull()
    expect(await use('first@example.org', token)).toBe('first@example.org')
  })
})

describe('asking for a link', () => {
  const limits = { linksPerEmail: 5, linksPerAddress: 30 }
  const replicas = () => {
    const deps = { ...api.deps, limits: { ...api.deps.limits, ...limits } }
    return [createApp(deps), createApp(deps)]
  }
  async function ask(options: { identifier: string; from: string; times: number; mailed?: boolean }) {
    const apps = replicas()
    const headers = {
      authorization: `Bearer ${await api.sign({ sub: 'web', scope: 'auth' })}`,
      'content-type': 'application/json',
      [addressHeader]: options.from,
      [forwarderHeader]: await api.sign({ sub: 'web', scope: 'forward' }),
    }
    const statuses = []
    for (let i = 0; i < options.times; i++) {
      const identifier = options.identifier.replace('*', String(i))
      const body = JSON.stringify({ identifier, mailed: options.mailed ?? true })
      const answer = await apps[i % 2]?.request('/v1/internal/sign-in-links', {
        method: 'POST',
        headers,
        body,
      })
      statuses.push(answer?.status)
    }
    return statuses
  }
  const allowed = (statuses: (number | undefined)[]) => statuses.filter((status) => status === 204).length

  test('is allowed five times a mailbox, whichever replica is asked', async () => {
    const statuses = await ask({ identifier: 'Box@example.org', from: '203.0.113.1', times: 12 })
    expect(statuses).toEqual([...Array(5).fill(204), ...Array(7).fill(429)])
  })

  test('counts what is behind a plus as the same mailbox', async () => {
    expect(allowed(await ask({ identifier: 'plus+*@example.org', from: '203.0.113.2', times: 12 }))).toBe(5)
  })

  test('is allowed so often from one network address, whatever the mailboxes', async () => {
    const through = allowed(await ask({ identifier: 'many*@example.org', from: '203.0.113.3', times: 80 }))
    expect(through).toBeLessThanOrEqual(30 + 2 * 3)
    expect(through).toBeGreaterThanOrEqual(30 - 2 * 3)
  })

  test('counts no mailbox where nothing is mailed', async () => {
    const shown = { identifier: 'dev@localhost.example', from: '127.0.0.1', times: 9, mailed: false }
    expect(allowed(await ask(shown))).toBe(9)
  })
})

describe('a newer link', () => {
  test('ends the older ones of its address and browser, and says so', async () => {
    const [first, second, third] = [newToken(), newToken(), newToken()]
    for (const token of [first, second, third]) await keep('again@example.org', token)
    for (const token of [first, second, first])
      expect(await answerOf('again@example.org', token)).toEqual({ ...nothing, superseded: true })
    expect(await use('again@example.org', third)).toBe('again@example.org')
    expect(await answerOf('again@example.org', third)).toEqual(nothing)
  })

  test('of a stranger, however many they ask for, ends none of mine', async () => {
    const token = newToken()
    await keep('owner@example.org', token)
    for (let times = 0; times < 20; times++) {
      const body = { identifier: 'owner@example.org', token: newToken(), browser: newToken() }
      await callAsWeb(path, { ...body, expires_at: inMinutes(10) })
    }
    expect(await use('owner@example.org', token)).toBe('owner@example.org')
  })

  test('for another address in the same browser ends nothing', async () => {
    const [mine, also] = [newToken(), newToken()]
    await keep('one@example.org', mine)
    await keep('two@example.org', also)
    expect(await use('one@example.org', mine)).toBe('one@example.org')
    expect(await use('two@example.org', also)).toBe('two@example.org')
  })

  test('says nothing of it to another browser or address', async () => {
    const [older, newer] = [newToken(), newToken()]
    await keep('quiet@example.org', older)
    await keep('quiet@example.org', newer)
    expect(await answerOf('quiet@example.org', older, newToken())).toEqual(nothing)
    expect(await answerOf('other@example.org', older)).toEqual(nothing)
  })

  test('of ten at once leaves one', async () => {
    const tokens = Array.from({ length: 10 }, newToken)
    await Promise.all(tokens.map((token) => keep('ten@example.org', token)))
    const used = []
    for (const token of tokens) used.push(await use('ten@example.org', token))
    expect(used.filter(Boolean)).toHaveLength(1)
  })

  test('that is stored twice still works', async () => {
    const token = newToken()
    await keep('twice@example.org', token)
    await keep('twice@example.org', token)
    expect(await use('twice@example.org', token)).toBe('twice@example.org')
  })
})

describe('storing', () => {
  test('holds a hundred tokens an address and drops superseded ones first, then the oldest', async () => {
    const [mine, replaced] = [newToken(), newToken()]
    await keep('full@example.org', replaced, inMinutes(12))
    await keep('full@example.org', mine, inMinutes(11))
    for (let i = 0; i < 99; i++) {
      const body = { identifier: 'full@example.org', token: newToken(), browser: newToken() }
      await callAsWeb(path, { ...body, expires_at: inMinutes(12) })
    }
    expect(await answerOf('full@example.org', replaced)).toEqual(nothing)
    const rows = (await stored()).filter((row) => row.identifier === 'full@example.org')
    expect(rows).toHaveLength(100)
    expect(await use('full@example.org', mine)).toBe('full@example.org')
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
    ['no browser', { browser: undefined }, 'browser'],
    ['an unknown key', { learner_id: 'x' }, 'learner_id'],
  ])('%s is refused at its field', async (_, change, field) => {
    const body = {
      identifier: 'ada@example.org',
      token: newToken(),
      browser,
      expires_at: inMinutes(10),
      ...change,
    }
    const problem = await readProblem(await callAsWeb(path, body), { status: 400, code: 'request.invalid' })
    expect(problem.errors?.map((error) => error.field)).toContain(field)
  })

  test('fifteen minutes are allowed, a second more is not', async () => {
    await keep('limit@example.org', newToken(), inMinutes(15))
    const body = {
      identifier: 'limit@example.org',
      token: newToken(),
      browser,
      expires_at: inMinutes(15 + 1 / 60),
    }
    await readProblem(await callAsWeb(path, body), { status: 400, code: 'request.invalid' })
  })
})

test.each([path, `${path}/use`, '/v1/internal/sign-in-links'])(
  '%s takes the service token and nothing else',
  async (to) => {
    await readProblem(await api.call('POST', to, { body: {} }), { status: 401, code: 'auth.required' })
    const asLearner = await api.call('POST', to, { learner: api.learner(), body: {} })
    await readProblem(asLearner, { status: 401, code: 'auth.invalid_token' })
    const wrong = [
      { sub: 'web' },
      { sub: 'web', scope: 'other' },
      { sub: 'web', scope: 'forward' },
      { sub: 'api', scope: 'auth' },
    ]
    for (const claims of wrong)
      await readProblem(await api.call('POST', to, { token: await api.sign(claims), body: {} }), {
        status: 401,
        code: 'auth.invalid_token',
      })
  },
)
