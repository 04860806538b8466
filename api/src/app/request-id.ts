import { randomUUID } from 'node:crypto'
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../shared/request-env.ts'

const GIVEN = /^[\w\-=]{1,64}$/

/** Takes the request's id from the one who asks, or gives it one, and says it in the answer. */
export const requestId = createMiddleware<AppEnv>((c, next) => {
  const given = c.req.header('x-request-id')
  const id = given !== undefined && GIVEN.test(given) ? given : randomUUID()
  c.set('requestId', id)
  // Straight into Node's answer where there is one: a Headers object for each answer costs more than the rest of this.
  const outgoing = c.env?.outgoing
  if (outgoing) outgoing.setHeader('x-request-id', id)
  else c.header('x-request-id', id)
  return next()
})
