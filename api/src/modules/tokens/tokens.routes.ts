import { Hono } from 'hono'
import type { Clock } from '../../shared/clock.ts'
import type { AppEnv } from '../../shared/request-env.ts'
import { learnerRoute } from '../../shared/route.ts'
import type { PersonalTokenVerifier } from './personal-token-verifier.ts'
import { tokenNotFound } from './tokens.errors.ts'
import type { TokensRepository } from './tokens.repository.ts'
import {
  createTokenSchema,
  newTokenSchema,
  TOKENS_MAX,
  tokenListSchema,
  tokenParamSchema,
  tokenSchema,
} from './tokens.schemas.ts'
import { createToken, getToken, listTokens, revokeToken } from './tokens.usecases.ts'

const tag = 'Tokens'

export function createTokensRoutes(deps: {
  tokens: TokensRepository
  verifyPersonalToken: PersonalTokenVerifier
  clock: Clock
}) {
  return new Hono<AppEnv>()
    .get(
      '/v1/tokens',
      learnerRoute(
        { tag, summary: 'List personal tokens, newest first', answer: tokenListSchema },
        ({ learnerId }) => listTokens({ learnerId, ...deps }),
      ),
    )
    .post(
      '/v1/tokens',
      learnerRoute(
        {
          tag,
          summary: 'Make a personal token',
          description: `The answer shows the token this once; only its hash is stored. A learner has ${TOKENS_MAX} at most.`,
          body: createTokenSchema,
          answer: newTokenSchema,
          status: 201,
          problems: [409],
        },
        async ({ learner, body: asked }, c) => {
          c.header('cache-control', 'no-store')
          return createToken({ learner, asked, ...deps })
        },
      ),
    )
    .get(
      '/v1/tokens/current',
      learnerRoute(
        {
          scope: 'any',
          tag,
          summary: 'Read the personal token that this request came with',
          answer: tokenSchema,
          problems: [404],
        },
        ({ learner, learnerId }) => {
          if (!learner.personalToken) throw tokenNotFound()
          return getToken({ learnerId, id: learner.personalToken.id, ...deps })
        },
      ),
    )
    .delete(
      '/v1/tokens/:id',
      learnerRoute(
        {
          tag,
          summary: 'Revoke a personal token',
          description: 'It opens nothing any more, on every replica within five seconds.',
          params: tokenParamSchema,
          problems: [404],
        },
        async ({ learnerId, params: { id } }) => {
          await revokeToken({ learnerId, id, ...deps, cache: deps.verifyPersonalToken })
          return undefined
        },
      ),
    )
}
