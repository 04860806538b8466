import { expect, test } from 'vitest'
import { makeToken } from '../modules/tokens/testing.ts'
import { problemDetailsSchema } from '../shared/schemas.ts'
import { scopeNames } from '../shared/token-scopes.ts'
import { useTestApi } from './testing.ts'
import { readProblem } from './testing-answers.ts'
import { listRoutes, type OpenApi, publicRoutes, readOpenApi } from './testing-routes.ts'

const moderators = new Set<string>()
const api = useTestApi({ moderators })

/** Routes that are closed to every personal token. */
const sessionsOnly = [
  'DELETE /v1/calendar',
  'DELETE /v1/intake/known-topics/:topic',
  'DELETE /v1/me',
  'DELETE /v1/me/history/:paste_id',
  'DELETE /v1/reminder',
  'DELETE /v1/tokens/:id',
  'GET /v1/calendar',
  'GET /v1/me/anki',
  'GET /v1/me/export',
  'GET /v1/me/history',
  'GET /v1/me/session',
  'GET /v1/moderation',
  'GET /v1/moderation/comments',
  'GET /v1/moderation/log',
  'GET /v1/reminder',
  'GET /v1/tokens',
  'PATCH /v1/calendar',
  'POST /v1/calendar',
  'POST /v1/me/history',
  'POST /v1/me/import',
  'POST /v1/me/sign-out',
  'POST /v1/me/sign-out-everywhere',
  'POST /v1/moderation/comments/:id',
  'POST /v1/tokens',
  'PUT /v1/intake',
  'PUT /v1/intake/known-topics/:topic',
  'PUT /v1/reminder',
  'PUT /v1/settings',
]

/** The scopes that the OpenAPI document names for a route: none for a session's route, all for one that takes any. */
function scopesOf(document: OpenApi, name: string): readonly string[] {
  const [method = '', path = ''] = name.split(' ')
  const operation = document.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]
  const personal = operation?.security.find((one) => 'personal' in one)?.personal
  return personal?.length === 0 ? scopeNames : (personal ?? [])
}

test('each route opens to a token of its scope, and to no other', async () => {
  const learner = api.learner()
  // Not even a moderator's token may moderate.
  moderators.add(learner.id)
  const document = await readOpenApi(api)
  const routes = listRoutes(api).filter(
    ({ name, path }) =>
      path.startsWith('/v1/') && !path.startsWith('/v1/internal/') && !publicRoutes.includes(name),
  )
  expect(
    routes
      .filter(({ name }) => scopesOf(document, name).length === 0)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(sessionsOnly)
  for (const scope of scopeNames) {
    const { token } = await makeToken(api, learner, { scopes: [scope] })
    for (const { name, method, path } of routes) {
      const body = ['GET', 'DELETE'].includes(method) ? {} : { body: {} }
      const response = await api.call(method, path, { token, ...body })
      const allowed = scopesOf(document, name)
      if (allowed.includes(scope)) {
        expect([name, scope, response.status]).not.toEqual([name, scope, 401])
        if (response.status !== 403) continue
        const { code } = problemDetailsSchema.parse(await response.json())
        expect([name, scope, code]).not.toEqual([name, scope, expect.stringMatching(/^token\./)])
        continue
      }
      const code = allowed.length === 0 ? 'token.not_allowed' : 'token.scope_missing'
      expect([name, scope, response.status]).toEqual([name, scope, 403])
      const problem = await readProblem(response, { status: 403, code })
      for (const would of allowed) expect(problem.detail).toContain(would)
    }
  }
})

test('a public route answers a token without its scope as it answers anybody', async () => {
  const learner = api.learner()
  await api.call('PUT', '/v1/problems/two-sum/upvote', { learner })
  const own = await makeToken(api, learner, { scopes: ['practice:read'] })
  const other = await makeToken(api, learner, { scopes: ['plan:read'] })
  const read = async (token: string) => (await api.call('GET', '/v1/problems/two-sum', { token })).json()
  expect(await read(own.token)).toMatchObject({ upvoted: true })
  expect(await read(other.token)).toMatchObject({ upvoted: false })
})
