import { zValidator } from '@hono/zod-validator'
import type { ValidationTargets } from 'hono'
import type { z } from 'zod'
import { bodyNotJson, bodyTooDeep, invalidRequest } from './errors.ts'
import { DEPTH_MAX, findJsonFault, type JsonFault, type JsonLimits } from './json-depth.ts'
import { findUnstorable } from './unstorable.ts'

export const JSON_TYPE = /^application\/([a-z.-]+\+)?json(;|$)/

/** Validates one part of a request, and answers 400 with every refused field. */
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
    if (field !== undefined) throw invalidRequest([{ field, message: UNSTORABLE }])
  })
  if (target !== 'json') return middleware
  const shallow: typeof middleware = async (c, next) => {
    if (JSON_TYPE.test(c.req.header('content-type') ?? ''))
      refuseShape(findJsonFault(await c.req.text(), LIMITS), LIMITS)
    return middleware(c, next)
  }
  return shallow
}

/** No body but an import holds more than some hundred values; a schema takes long to refuse thousands. */
const LIMITS: JsonLimits = { depth: DEPTH_MAX, values: 5_000, keys: 1_000, digits: 1_000 }

/** @throws 400 `request.too_deep` or `request.invalid` */
export function refuseShape(fault: JsonFault | undefined, limits: JsonLimits): void {
  if (fault === undefined) return
  if (fault === 'too_deep') throw bodyTooDeep(limits.depth)
  throw invalidRequest([{ field: 'body', message: shapeWords[fault](limits) }])
}

const shapeWords = {
  too_many: ({ values }: JsonLimits) => `At most ${values.toLocaleString('en')} values.`,
  too_many_keys: ({ keys }: JsonLimits) => `An object may have at most ${keys.toLocaleString('en')} keys.`,
  too_long: ({ digits }: JsonLimits) => `A number may have at most ${digits.toLocaleString('en')} digits.`,
}

export const UNSTORABLE = 'Holds a character that is not text: NUL, or half of a pair.'

/** Zod's issues as fields in dotted form; an unknown key is named itself. */
export function toFieldErrors(error: z.core.$ZodError) {
  return error.issues.flatMap((issue) => {
    const path = issue.path.map(String)
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ field: [...path, key].join('.'), message: 'Unknown; leave it out.' }))
    return [{ field: path.join('.') || 'body', message: issue.message }]
  })
}
