import { Hono } from 'hono'
import type { Clock } from '../../shared/clock.ts'
import type { AppEnv } from '../../shared/request-env.ts'
import { learnerRoute } from '../../shared/route.ts'
import type { PersonalTokenCache } from '../tokens/personal-token-verifier.ts'
import type { EndedSessionsCache } from './ended-sessions-cache.ts'
import type { LearnerExportRepository } from './learner-export.repository.ts'
import type { LearnersRepository } from './learners.repository.ts'
import { deletedSchema, learnerExportSchema } from './learners.schemas.ts'
import { deleteLearner, exportLearner, signOut, signOutEverywhere } from './learners.usecases.ts'

const tag = 'Me'

export function createLearnersRoutes(deps: {
  endedSessions: EndedSessionsCache
  learners: LearnersRepository
  stored: LearnerExportRepository
  tokens: PersonalTokenCache
  clock: Clock
}) {
  return new Hono<AppEnv>()
    .get(
      '/v1/me/export',
      learnerRoute(
        { tag, summary: 'Download everything held on the learner', answer: learnerExportSchema },
        async ({ learnerId }, c) => {
          const everything = await exportLearner({ learnerId, ...deps })
          c.header('content-disposition', 'attachment; filename="codify-export.json"')
          c.header('cache-control', 'no-store')
          return everything
        },
      ),
    )
    .delete(
      '/v1/me',
      learnerRoute(
        {
          tag,
          summary: 'Delete everything held on the learner, and end every session',
          answer: deletedSchema,
        },
        ({ learner: session }) => deleteLearner({ session, ...deps }),
      ),
    )
    .get(
      '/v1/me/session',
      learnerRoute({ tag, summary: 'Check that this session still counts' }, () => undefined),
    )
    .post(
      '/v1/me/sign-out',
      learnerRoute({ tag, summary: 'End this session' }, async ({ learner: session }) => {
        await signOut({ session, ...deps })
        return undefined
      }),
    )
    .post(
      '/v1/me/sign-out-everywhere',
      learnerRoute(
        { tag, summary: 'End every session and personal token of the learner, this session included' },
        async ({ learner: session }) => {
          await signOutEverywhere({ session, ...deps })
          return undefined
        },
      ),
    )
}
