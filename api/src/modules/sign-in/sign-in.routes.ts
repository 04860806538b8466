import { Hono } from 'hono'
import type { AppEnv } from '../../app/app-types.ts'
import type { Clock } from '../../shared/clock.ts'
import { validate } from '../../shared/validate.ts'
import type { LinkLimits } from './link-limits.ts'
import type { SignInRepository } from './sign-in.repository.ts'
import { createSignInTokenSchema, signInLinkSchema, signInTokenSchema } from './sign-in.schemas.ts'
import { keepSignInToken, takeSignInToken } from './sign-in.usecases.ts'

/** Calls of `web` alone: the authentication lets nothing but its service token reach `/v1/internal`. */
export function createSignInRoutes({
  signIn,
  limits,
  clock,
}: {
  signIn: SignInRepository
  limits: LinkLimits
  clock: Clock
}) {
  return new Hono<AppEnv>()
    .post('/v1/internal/sign-in-links', validate('json', signInLinkSchema), async (c) => {
      const { identifier, mailed } = c.req.valid('json')
      await limits.take({ identifier: mailed ? identifier : undefined, address: c.get('address') })
      return c.body(null, 204)
    })
    .post('/v1/internal/sign-in-tokens', validate('json', createSignInTokenSchema), async (c) => {
      await keepSignInToken({ request: c.req.valid('json'), signIn, clock })
      return c.body(null, 204)
    })
    .post('/v1/internal/sign-in-tokens/use', validate('json', signInTokenSchema), async (c) => {
      return c.json(await takeSignInToken({ request: c.req.valid('json'), signIn, clock }), 200)
    })
}
