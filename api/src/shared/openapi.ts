import type { MiddlewareHandler } from 'hono'
import { type DescribeRouteOptions, describeRoute, resolver } from 'hono-openapi'
import type { z } from 'zod'
import { problemDetailsSchema } from './schemas.ts'

const titles: Record<number, string> = {
  400: 'Not valid',
  401: 'No token, or a wrong one',
  403: 'Not yours',
  404: 'Not found',
  409: 'Not possible now',
  422: 'Key used for another request',
  429: 'Over a limit',
  503: 'Not possible at the moment',
}

type Success = { status: number; description: string; schema?: z.ZodType; contentType?: string }

/** Describes a route for the OpenAPI document: what it does, how it succeeds, which problems it may answer. */
export function describe(route: {
  tag: string
  summary: string
  description?: string
  success: Success | Success[]
  problems?: number[]
  signedIn?: boolean
}) {
  const problems = [...new Set([400, 401, 429, ...(route.problems ?? [])])].sort()
  const responses: NonNullable<DescribeRouteOptions['responses']> = {}
  for (const { status, description, schema, contentType } of [route.success].flat()) {
    responses[status] = schema
      ? { description, content: { [contentType ?? 'application/json']: { schema: resolver(schema) } } }
      : { description }
  }
  for (const status of problems) {
    responses[status] = {
      description: titles[status] ?? 'Problem',
      content: { 'application/problem+json': { schema: resolver(problemDetailsSchema) } },
    }
  }
  const described = describeRoute({
    tags: [route.tag],
    summary: route.summary,
    ...(route.description ? { description: route.description } : {}),
    security: route.signedIn ? [{ learner: [] }] : [{}, { learner: [] }],
    responses,
  })
  // The same as `described` to whoever reads the description; a request has nothing to wait for here.
  const pass: MiddlewareHandler = (_, next) => next()
  return Object.assign(pass, described)
}
