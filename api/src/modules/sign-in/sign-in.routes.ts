import { Hono } from 'hono'
import type { Clock } from '../../shared/clock.ts'
import type { AppEnv } from '../../shared/request-env.ts'
import { publicRoute } from '../../shared/route.ts'
import type { LinkLimits } from './link-limits.ts'
import type { SignInRepository } from './sign-in.repository.ts'
import {
  createSignInTokenSchema,
  signInLinkSchema,
  signInTokenSchema,
  usedSignInTokenSchema,
} from './sign-in.schemas.ts'
import { keepSignInToken, takeSignInToken } from './sign-in.usecases.ts'

const tag = 'Internal'

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
    .post(
      '/v1/internal/sign-in-links',
      publicRoute(
        { tag, summary: 'Count a sign-in link that is asked for', body: signInLinkSchema },
        async ({ body: { identifier, mailed } }, c) => {
          await limits.take({ identifier: mailed ? identifier : undefined, address: c.get('address') })
          return undefined
        },
      ),
    )
    .post(
      '/v1/internal/sign-in-tokens',
      publicRoute(
        { tag, summary: 'Keep the token of a sign-in link', body: createSignInTokenSchema },
        async ({ body: request }) => {
          await keepSignInToken({ request, signIn, clock })
          return undefined
        },
      ),
    )
    .post(
      '/v1/internal/sign-in-tokens/use',
      publicRoute(
        {
          tag,
          summary: 'Use the token of a sign-in link, once',
          body: signInTokenSchema,
          answer: usedSignInTokenSchema,
        },
        ({ body: request }) => takeSignInToken({ request, signIn, clock }),
      ),
    )
}
