import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { createApp } from './create-app.ts'
import type { TestApi } from './testing.ts'

/** Routes that answer without a token. */
export const publicRoutes = [
  'GET /docs',
  'GET /docs/start.js',
  'GET /docs/swagger-ui-bundle.js',
  'GET /docs/swagger-ui.css',
  'GET /healthz',
  'GET /metrics',
  'GET /openapi.json',
  'GET /readyz',
  'GET /v1/calendar/feed',
  'GET /v1/comments/:id',
  'GET /v1/problems',
  'GET /v1/problems/:slug',
  'GET /v1/problems/:slug/comments',
  'GET /v1/problems/:slug/exercise',
  'GET /v1/topics',
  'POST /v1/reminder/unsubscribe',
]

/** Every route of the app with its parameters filled in. */
export function listRoutes(api: TestApi) {
  const all = createApp(api.deps).routes.filter((route) => route.method !== 'ALL')
  const names = new Set(all.map((route) => `${route.method} ${route.path}`))
  return [...names].map((name) => {
    const [method = '', route = ''] = name.split(' ')
    return {
      name,
      method,
      path: route.replace(':slug', 'two-sum').replace(':language', 'python').replace(/:\w+/g, randomUUID()),
    }
  })
}

const operation = z.looseObject({
  operationId: z.string(),
  summary: z.string().min(1),
  tags: z.array(z.string()).min(1),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z.array(z.looseObject({ in: z.string(), name: z.string() })).optional(),
  requestBody: z.unknown().optional(),
  responses: z.record(z.string(), z.looseObject({ description: z.string().min(1) })),
})
const openApi = z.looseObject({
  openapi: z.string().startsWith('3.1'),
  info: z.object({ title: z.string(), version: z.string(), description: z.string() }),
  paths: z.record(z.string().startsWith('/'), z.record(z.string(), operation)),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }),
})
export type OpenApi = z.output<typeof openApi>

/** The OpenAPI document, held against the basics of 3.1. */
export async function readOpenApi(api: TestApi): Promise<OpenApi> {
  return openApi.parse(await (await api.call('GET', '/openapi.json')).json())
}

/**
 * True if the OpenAPI document gives the route a request body; internal routes are not in the document and have one.
 */
export function takesBody({
  document,
  method,
  path,
}: {
  document: OpenApi
  method: string
  path: string
}): boolean {
  if (path.startsWith('/v1/internal/')) return true
  const matching = Object.entries(document.paths).find(([template]) =>
    new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`).test(path),
  )
  return matching?.[1][method.toLowerCase()]?.requestBody !== undefined
}
