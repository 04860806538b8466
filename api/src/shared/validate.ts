import { zValidator } from '@hono/zod-validator'
import type { ValidationTargets } from 'hono'
import { resolver, uniqueSymbol } from 'hono-openapi'
import type { z } from 'zod'
import { bodyNotJson, bodyTooDeep, invalidRequest } from './errors.ts'
import { DEPTH_MAX, isDeeperThan } from './json-depth.ts'
import { findUnstorable } from './unstorable.ts'

const JSON_TYPE = /^application\/([a-z.-]+\+)?json(;|$)/

/**
 * Validates one part of a request, answers 400 with every refused field, and describes that part in the OpenAPI
 * document from the same schema.
 */
export function validate<Target extends keyof ValidationTargets, Schema extends z.ZodType>(
  target: Target,
  schema: Schema,
) {
  const middleware = zValidator(target, schema, (result, c) => {
    // Such a body would count as an empty one.
    const type = c.req.header('content-type')
    if (target === 'json' && type !== undefined && !JSON_TYPE.test(type)) throw bodyNotJson()
    if (!result.success) throw invalidRequest(toFieldErrors(result.error))
    const field = findUnstorable(result.data)
    if (field !== undefined)
      throw invalidRequest([
        { field, message: 'Holds a character that is not text: NUL, or half of a pair.' },
      ])
  })
  if (target !== 'json') return describeWith(middleware)
  const shallow: typeof middleware = async (c, next) => {
    const isJson = JSON_TYPE.test(c.req.header('content-type') ?? '')
    if (isJson && isDeeperThan(await c.req.text(), DEPTH_MAX)) throw bodyTooDeep(DEPTH_MAX)
    return middleware(c, next)
  }
  return describeWith(shallow)

  function describeWith(described: typeof middleware) {
    return Object.assign(described, { [uniqueSymbol]: { target, ...resolver(schema) } })
  }
}

/** Zod's issues as fields in dotted form; an unknown key is named itself. */
export function toFieldErrors(error: z.core.$ZodError) {
  return error.issues.flatMap((issue) => {
    const path = issue.path.map(String)
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ field: [...path, key].join('.'), message: 'Unknown; leave it out.' }))
    return [{ field: path.join('.') || 'body', message: issue.message }]
  })
}
