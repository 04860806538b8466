import { STATUS_CODES } from 'node:http'
import type { Context, Handler, MiddlewareHandler, TypedResponse, ValidationTargets } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { type DescribeRouteOptions, resolver, uniqueSymbol } from 'hono-openapi'
import { z } from 'zod'
import { authRequired, tokenScopeMissing } from './errors.ts'
import type { JsonText } from './json-text.ts'
import type { AppEnv } from './request-env.ts'
import { problemDetailsSchema } from './schemas.ts'
import { mayCall, type RouteScope } from './token-scopes.ts'
import { validate } from './validate.ts'

type Part = z.ZodType | undefined
type Security = NonNullable<DescribeRouteOptions['security']>

/** A route's name in the OpenAPI document, its input and its answer. */
type Route<
  Params extends Part,
  Query extends Part,
  Headers extends Part,
  Body extends Part,
  Answer,
  Status,
> = {
  tag: string
  /** Scope that a personal token needs; a route without one is closed to personal tokens. */
  scope?: RouteScope
  summary: string
  description?: string
  params?: Params
  query?: Query
  headers?: Headers
  body?: Body
  /** A body that the handler reads by itself. */
  upload?: z.ZodType
  /** Of a JSON answer; without it the handler answers by itself, or with 204 by returning nothing. */
  answer?: Answer
  /** 200 with an answer and 204 without one, where none is given. */
  status?: Status
  /** Answers that the handler makes by itself, by their status. */
  others?: Record<number, { description: string; contentType?: string; schema?: z.ZodType }>
  /** Statuses of problem documents, beside 400, 401 and 429; with a body, 413 too. */
  problems?: number[]
}

/** The parts of the request that the route names, as their schemas made them. */
type Given<Params, Query, Headers, Body> = {
  params: Out<Params>
  query: Out<Query>
  headers: Out<Headers>
  body: Out<Body>
}
type Out<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined

/** Data that the schema of the answer describes, or the same as text; or a response of the handler's own. */
type Result<Answer> = Answer extends z.ZodType
  ? z.output<Answer> | JsonText<z.output<Answer>> | Response
  : Response | undefined
type Handle<G, Answer> = (given: G, c: Context<AppEnv>) => Result<Answer> | Promise<Result<Answer>>

type InputOf<Target extends keyof ValidationTargets, Schema> = Schema extends z.ZodType
  ? ReturnType<typeof validate<Target, Schema>> extends MiddlewareHandler<
      infer _Env,
      infer _Path,
      infer Input
    >
    ? Input
    : never
  : { in: object; out: object }
type Inputs<Params, Query, Headers, Body> = InputOf<'param', Params> &
  InputOf<'query', Query> &
  InputOf<'header', Headers> &
  InputOf<'json', Body>

type Answered<Answer, Status> = Response &
  (Answer extends z.ZodType
    ? TypedResponse<z.output<Answer>, Status extends ContentfulStatusCode ? Status : never, 'json'>
    : TypedResponse<null, 204, 'body'>)

/**
 * A handler of Hono that anyone may call; `learner` is there when a token came along. A personal token without the
 * route's scope is answered like a caller without a token.
 */
export const publicRoute = routeFor(
  (scope) => [{}, ...securityOf(scope)],
  (c, scope) => {
    const learner = c.get('learner')
    return { learner: learner?.personalToken && !mayCall(learner.personalToken, scope) ? undefined : learner }
  },
)

/**
 * A handler of Hono for a learner's own token: anyone else is refused with 401 `auth.required`, and a personal token
 * without the route's scope with 403.
 */
export const learnerRoute = routeFor(securityOf, (c, scope) => {
  const learner = c.get('learner')
  if (!learner) throw authRequired()
  if (learner.personalToken && !mayCall(learner.personalToken, scope)) throw tokenScopeMissing(scope)
  return { learner, learnerId: learner.id }
})

function securityOf(scope: RouteScope | undefined): Security {
  if (scope === undefined) return [{ learner: [] }]
  return [{ learner: [] }, { personal: scope === 'any' ? [] : [scope] }]
}

/** `callerOf` says who calls, or refuses, before the request is looked at. */
function routeFor<Caller extends object>(
  security: (scope: RouteScope | undefined) => Security,
  callerOf: (c: Context<AppEnv>, scope: RouteScope | undefined) => Caller,
) {
  return <
    Params extends Part = undefined,
    Query extends Part = undefined,
    Headers extends Part = undefined,
    Body extends Part = undefined,
    Answer extends Part = undefined,
    Status extends ContentfulStatusCode = 200,
  >(
    route: Route<Params, Query, Headers, Body, Answer, Status>,
    handle: Handle<Given<Params, Query, Headers, Body> & Caller, Answer>,
  ): Handler<AppEnv, string, Inputs<Params, Query, Headers, Body>, Promise<Answered<Answer, Status>>> => {
    const given: (MiddlewareHandler | undefined)[] = [
      route.params && validate('param', route.params),
      route.query && validate('query', route.query),
      route.headers && validate('header', route.headers),
      route.body && validate('json', route.body),
    ]
    const checks = given.filter((check) => check !== undefined)
    const run = async (c: Context<AppEnv>) => {
      const caller = callerOf(c, route.scope)
      for (const check of checks) await check(c, nothingNext)
      const parts = givenBy<Params, Query, Headers, Body>(c)
      return toResponse<Answer, Status>(c, await handle({ ...parts, ...caller }, c), route.status)
    }
    // Made when the document is asked for: most processes never are.
    return Object.defineProperty(run, uniqueSymbol, {
      get: () => ({ spec: specOf(route, security(route.scope)) }),
    })
  }
}

const nothingNext = async () => {}

/** Safe as it is typed: the checks of the route have just put these parts there. */
function givenBy<Params, Query, Headers, Body>(c: Context<AppEnv>): Given<Params, Query, Headers, Body> {
  const valid = (target: string) => c.req.valid(target as never)
  return {
    params: valid('param'),
    query: valid('query'),
    headers: valid('header'),
    body: valid('json'),
  }
}

const json = { 'content-type': 'application/json' }

/** Safe as it is typed: the answer has the type of the route's schema, and the tests of each route parse it by that. */
function toResponse<Answer, Status>(
  c: Context<AppEnv>,
  result: unknown,
  status: ContentfulStatusCode = 200,
): Answered<Answer, Status> {
  return respond(c, result, status) as Answered<Answer, Status>
}

function respond(c: Context<AppEnv>, result: unknown, status: ContentfulStatusCode): Response {
  if (result instanceof Response) return result
  if (result === undefined) return c.body(null, 204)
  if (typeof result === 'string') return c.body(result, status, json)
  return c.json(result, status)
}

const problemTitles: Record<number, string> = {
  400: 'Not valid',
  401: 'No token, or a wrong one',
  403: 'Not yours',
  404: 'Not found',
  409: 'Not possible now',
  422: 'Key used for another request',
  429: 'Over a limit',
  503: 'Not possible at the moment',
}

function specOf(
  route: Route<Part, Part, Part, Part, Part, ContentfulStatusCode>,
  security: Security,
): DescribeRouteOptions {
  const { tag, summary, description, params, query, headers, answer, others, status } = route
  const body = route.body ?? route.upload
  const responses: NonNullable<DescribeRouteOptions['responses']> = {}
  const usual = status ?? (answer ? 200 : 204)
  if (answer || !others)
    responses[usual] = contentOf({ description: STATUS_CODES[usual] ?? '', schema: answer })
  for (const [code, other] of Object.entries(others ?? {})) responses[code] = contentOf(other)
  for (const code of new Set([
    400,
    401,
    429,
    ...(body ? [413] : []),
    ...(route.scope ? [403] : []),
    ...(route.problems ?? []),
  ]))
    responses[code] = contentOf({
      description: problemTitles[code] ?? 'Problem',
      contentType: 'application/problem+json',
      schema: problemDetailsSchema,
    })
  return {
    tags: [tag],
    summary,
    ...(description && { description }),
    security,
    parameters: [
      ...parametersOf('path', params),
      ...parametersOf('query', query),
      ...parametersOf('header', headers),
    ],
    ...(body && {
      requestBody: { required: true, content: { 'application/json': { schema: resolver(body) } } },
    }),
    responses,
  }
}

function contentOf({
  description,
  contentType = 'application/json',
  schema,
}: {
  description: string
  contentType?: string
  schema?: z.ZodType | undefined
}) {
  return schema ? { description, content: { [contentType]: { schema: resolver(schema) } } } : { description }
}

type Parameter = Exclude<NonNullable<DescribeRouteOptions['parameters']>[number], { $ref: string }>

function parametersOf(place: 'path' | 'query' | 'header', schema: Part): Parameter[] {
  if (!schema) return []
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return Object.entries(properties).map(([name, property]) => ({
    in: place,
    name,
    required: required.includes(name),
    // Safe as it is typed: a schema of OpenAPI 3.1 is any JSON Schema.
    schema: property as NonNullable<Parameter['schema']>,
  }))
}
