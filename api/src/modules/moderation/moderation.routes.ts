import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../../shared/request-env.ts'
import { learnerRoute } from '../../shared/route.ts'
import { commentParamSchema } from '../comments/comments.schemas.ts'
import { notModerator } from './moderation.errors.ts'
import type { ModerationRepository } from './moderation.repository.ts'
import {
  decisionSchema,
  logPageSchema,
  moderationAccessSchema,
  moderationPageQuerySchema,
  queuePageSchema,
  reportedSchema,
  reportSchema,
} from './moderation.schemas.ts'
import { listLog, listQueue } from './moderation.usecases.ts'

const tag = 'Moderation'

export function createModerationRoutes({
  moderation,
  moderators,
}: {
  moderation: ModerationRepository
  /** Learner ids. */
  moderators: ReadonlySet<string>
}) {
  /** Before the request is looked at; the route refuses who has no token. */
  const requireModerator = createMiddleware<AppEnv>(async (c, next) => {
    const learner = c.get('learner')
    if (learner && !moderators.has(learner.id)) throw notModerator()
    await next()
  })
  return new Hono<AppEnv>()
    .put(
      '/v1/comments/:id/report',
      learnerRoute(
        {
          scope: 'community:write',
          tag,
          summary: 'Report a comment',
          description:
            'Reporting it again changes nothing. After several reports it is hidden until a moderator has looked.',
          params: commentParamSchema,
          body: reportSchema,
          answer: reportedSchema,
          problems: [404, 409],
        },
        async ({ learnerId, params, body }) => {
          await moderation.report({ commentId: params.id, learnerId, ...body })
          return { reported: true as const }
        },
      ),
    )
    .get(
      '/v1/moderation',
      learnerRoute(
        { tag, summary: 'Check whether one is a moderator', answer: moderationAccessSchema },
        ({ learnerId }) => ({ moderator: moderators.has(learnerId) }),
      ),
    )
    .get(
      '/v1/moderation/comments',
      requireModerator,
      learnerRoute(
        {
          tag,
          summary: 'List reported comments, longest waiting first',
          query: moderationPageQuerySchema,
          answer: queuePageSchema,
          problems: [403],
        },
        ({ learnerId, query }) => listQueue({ moderatorId: learnerId, query, moderation }),
      ),
    )
    .post(
      '/v1/moderation/comments/:id',
      requireModerator,
      learnerRoute(
        {
          tag,
          summary: 'Decide about a comment',
          description: 'Settles its reports and is written to the log.',
          params: commentParamSchema,
          body: decisionSchema,
          problems: [403, 404, 409],
        },
        async ({ learnerId, params, body }) => {
          await moderation.decide({ commentId: params.id, moderatorId: learnerId, ...body })
          return undefined
        },
      ),
    )
    .get(
      '/v1/moderation/log',
      requireModerator,
      learnerRoute(
        {
          tag,
          summary: 'List what moderators did, newest first',
          query: moderationPageQuerySchema,
          answer: logPageSchema,
          problems: [403],
        },
        ({ learnerId, query }) => listLog({ moderatorId: learnerId, query, moderation }),
      ),
    )
}
