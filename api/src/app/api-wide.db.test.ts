import { randomUUID } from 'node:crypto'
import { openPostgres } from '@codify/db'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { problemDetailsSchema } from '../shared/schemas.ts'
import { createApp } from './create-app.ts'
import { useTestApi } from './testing.ts'
import { readAnswer, readProblem } from './testing-answers.ts'
import { listRoutes, publicRoutes, readOpenApi, takesBody } from './testing-routes.ts'

const moderators = new Set<string>()
const api = useTestApi({ moderators })

describe('every route', () => {
  test('that is not public answers 401 without a token', async () => {
    const closed = listRoutes(api).filter((route) => !publicRoutes.includes(route.name))
    expect(closed.length).toBeGreaterThan(10)
    for (const { name, method, path } of closed) {
      const response = await api.call(
        method,
        path,
        method === 'GET' || method === 'DELETE' ? {} : { body: {} },
      )
      expect([name, response.status]).toEqual([name, 401])
      expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/)
      await readProblem(response, { status: 401, code: 'auth.required' })
    }
  })

  test('under /v1 refuses a wrong token, the public ones too', async () => {
    for (const { name, method, path } of listRoutes(api).filter((route) => route.path.startsWith('/v1/'))) {
      const token = await api.sign({ sub: randomUUID(), aud: 'another-api' })
      const response = await api.call(method, path, { token, ...(method === 'GET' ? {} : { body: {} }) })
      expect([name, response.status]).toEqual([name, 401])
      await readProblem(response, { status: 401, code: 'auth.invalid_token' })
    }
  })

  test('of a learner refuses the service token', async () => {
    const token = await api.sign({ sub: 'web', scope: 'auth' })
    const open = listRoutes(api).filter(
      ({ path }) => path.startsWith('/v1/') && !path.startsWith('/v1/internal/'),
    )
    for (const { method, path } of open) {
      const response = await api.call(method, path, { token, ...(method === 'GET' ? {} : { body: {} }) })
      await readProblem(response, { status: 401, code: 'auth.invalid_token' })
    }
  })

  test('that takes a body refuses broken JSON, and one over 64 KB (a file to import: over 20 MB)', async () => {
    const learner = api.learner()
    moderators.add(learner.id)
    const document = await readOpenApi(api)
    for (const { name, method, path } of listRoutes(api)) {
      if (!['POST', 'PUT', 'PATCH'].includes(method)) continue
      const options = path.startsWith('/v1/internal/')
        ? { token: await api.sign({ sub: 'web', scope: 'auth' }) }
        : { learner }
      const large = await api.call(method, path, {
        ...options,
        body: { body: 'x'.repeat((path === '/v1/me/import' ? 21 * 1024 : 65) * 1024) },
      })
      expect([name, large.status]).toEqual([name, 413])
      await readProblem(large, { status: 413, code: 'request.too_large' })
      if (!takesBody({ document, method, path })) continue
      const broken = await api.call(method, path, { ...options, body: '{"body": ' })
      await readProblem(broken, { status: 400, code: 'request.malformed' })
      const headers = { 'content-type': 'text/plain' }
      const text = await api.call(method, path, { ...options, body: '{}', headers })
      await readProblem(text, { status: 415, code: 'request.not_json' })
      const list = await api.call(method, path, { ...options, body: [] })
      await readProblem(list, { status: 400, code: 'request.invalid' })
    }
  })

  test('that has pages refuses a made-up cursor', async () => {
    const learner = api.learner()
    moderators.add(learner.id)
    const { paths } = await readOpenApi(api)
    const paged = Object.entries(paths).filter(([, methods]) =>
      methods.get?.parameters?.some((parameter) => parameter.name === 'cursor'),
    )
    expect(paged.length).toBeGreaterThan(3)
    const id = randomUUID()
    const forged = [
      [],
      {},
      [null, id],
      ['x', id],
      ['0000-01-01T00:00:00.000000Z', id],
      ['2026-02-31', id],
      [1, 'x'],
      ['a', 2 ** 40],
    ]
    for (const [template] of paged) {
      const path = template.replace('{slug}', 'two-sum')
      for (const values of forged) {
        const cursor = Buffer.from(JSON.stringify(values)).toString('base64url')
        const response = await api.call('GET', `${path}?cursor=${cursor}`, { learner })
        expect([path, values, response.status]).toEqual([path, values, 400])
      }
    }
  })
})

describe('a token', () => {
  test.each([
    'Bearer',
    'Bearer x',
    'Bearer a.b',
    'Basic YTpi',
    'Bearer a.b.c d',
    'bearer  a.b.c',
    'a.b.c',
    '',
  ])('in the header "%s" is refused on a public route', async (authorization) => {
    const response = await api.call('GET', '/v1/topics', { headers: { authorization } })
    await readProblem(response, { status: 401, code: 'auth.invalid_token' })
  })

  test('opens no internal call by another spelling of the path', async () => {
    const body = { identifier: 'a@example.org', token: 'x'.repeat(32) }
    for (const path of [
      '/v1/%69nternal/sign-in-tokens/use',
      '/v1//internal/sign-in-tokens/use',
      '/V1/internal/sign-in-tokens/use',
    ]) {
      const response = await api.call('POST', path, { learner: api.learner(), body })
      expect([path, response.status]).not.toEqual([path, 200])
      expect(response.status).toBeGreaterThanOrEqual(400)
    }
  })

  test('is case-insensitive in its scheme and subject', async () => {
    const id = randomUUID()
    const lower = await api.sign({ sub: id })
    const upper = await api.sign({ sub: id.toUpperCase() })
    await api.call('PUT', '/v1/problems/two-sum/upvote', { token: lower })
    const response = await api.call('GET', '/v1/problems/two-sum', {
      headers: { authorization: `bearer ${upper}` },
    })
    expect(await response.json()).toMatchObject({ upvoted: true })
  })
})

describe('answers', () => {
  test('carry the request id that came, in the header and in a problem', async () => {
    const headers = { 'x-request-id': 'web-0123456789' }
    const fine = await api.call('GET', '/v1/topics', { headers })
    expect(fine.headers.get('x-request-id')).toBe('web-0123456789')
    const response = await api.call('GET', '/v1/nothing', { headers })
    expect(response.headers.get('x-request-id')).toBe('web-0123456789')
    const problem = await readProblem(response, { status: 404, code: 'route.not_found' })
    expect(problem.request_id).toBe('web-0123456789')
  })

  test.each(['', 'a'.repeat(65), 'with space', '"><script>'])(
    'replace the unusable request id "%s"',
    async (id) => {
      const response = await api.call('GET', '/nothing', { headers: { 'x-request-id': id } })
      const problem = await readProblem(response, { status: 404, code: 'route.not_found' })
      expect(problem.request_id).toMatch(/^[0-9a-f-]{36}$/)
      expect(response.headers.get('x-request-id')).toBe(problem.request_id)
    },
  )

  test('are 404 where nothing is, also for a method that a path does not know', async () => {
    for (const [method, path] of [
      ['GET', '/v2/problems'],
      ['POST', '/v1/topics'],
      ['PUT', '/v1/problems/two-sum'],
    ] as const)
      await readProblem(await api.call(method, path), { status: 404, code: 'route.not_found' })
  })
})

describe('health', () => {
  test('says alive and ready', async () => {
    const alive = await api.call('GET', '/healthz')
    await readAnswer(alive, { status: 200, schema: z.object({ status: z.literal('ok') }) })
    const ready = await api.call('GET', '/readyz')
    await readAnswer(ready, { status: 200, schema: z.object({ status: z.literal('ready') }) })
  })

  test('stays alive without a database, is not ready, and calls fail clearly with a moment to come back', async () => {
    const away = openPostgres({ databaseUrl: 'postgres://postgres@127.0.0.1:1/postgres' })
    const app = createApp({ ...api.deps, db: away.db, readDb: away.db })
    expect((await app.request('/healthz')).status).toBe(200)
    const authorization = `Bearer ${await api.sign({ sub: randomUUID() })}`
    for (const path of ['/readyz', '/v1/topics', '/v1/problems', '/v1/attempts']) {
      const response = await app.request(path, { headers: path === '/readyz' ? {} : { authorization } })
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
      await readProblem(response, { status: 503, code: 'database.unavailable' })
    }
    await away.close()
  })
})

describe('too many requests', () => {
  test('of one learner are 429 with Retry-After, of others not', async () => {
    const limits = { ...api.deps.limits, requestsPerMinute: 3 }
    const app = createApp({ ...api.deps, limits })
    const learner = api.learner()
    const ask = async (id: string) =>
      app.request('/v1/topics', { headers: { authorization: `Bearer ${await api.sign({ sub: id })}` } })
    for (let i = 0; i < 3; i++) expect((await ask(learner.id)).status).toBe(200)
    const response = await ask(learner.id)
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
    await readProblem(response, { status: 429, code: 'rate.limited' })
    expect((await ask(randomUUID())).status).toBe(200)
  })
})

test('problem details are what every refusal is', async () => {
  const response = await api.call('GET', '/v1/problems?limit=0')
  expect(problemDetailsSchema.parse(await response.json())).toMatchObject({
    type: 'urn:codify:problem:request.invalid',
    status: 400,
    errors: [{ field: 'limit' }],
  })
})
