import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { AppEnv, LearnerEnv } from '../../app/app-types.ts'
import { requireLearner } from '../../app/auth/auth.middleware.ts'
import { describe } from '../../shared/openapi.ts'
import { validate } from '../../shared/validate.ts'
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
  const requireModerator = createMiddleware<LearnerEnv>(async (c, next) => {
    if (!moderators.has(c.get('learner').id)) throw notModerator()
    await next()
  })
  return new Hono<AppEnv>()
    .put(
      '/v1/comments/:id/report',
      describe({
        tag,
        summary: 'Report a comment',
        description:
          'Reporting it again changes nothing. After several reports it is hidden until a moderator has looked.',
        success: { status: 200, description: 'Reported', schema: reportedSchema },
        problems: [404, 409, 413],
        signedIn: true,
      }),
      requireLearner,
      validate('param', commentParamSchema),
      validate('json', reportSchema),
      async (c) => {
        const commentId = c.req.valid('param').id
        await moderation.report({ commentId, learnerId: c.get('learner').id, ...c.req.valid('json') })
        return c.json({ reported: true as const }, 200)
      },
    )
    .get(
      '/v1/moderation',
      describe({
        tag,
        summary: 'Whether one is a moderator',
        success: { status: 200, description: 'The answer', schema: moderationAccessSchema },
        signedIn: true,
      }),
      requireLearner,
      (c) => c.json({ moderator: moderators.has(c.get('learner').id) }, 200),
    )
    .get(
      '/v1/moderation/comments',
      describe({
        tag,
        summary: 'Reported comments, longest waiting first',
        success: { status: 200, description: 'One page', schema: queuePageSchema },
        problems: [403],
        signedIn: true,
      }),
      requireLearner,
      requireModerator,
      validate('query', moderationPageQuerySchema),
      async (c) => {
        const query = c.req.valid('query')
        return c.json(await listQueue({ moderatorId: c.get('learner').id, query, moderation }), 200)
      },
    )
    .post(
      '/v1/moderation/comments/:id',
      describe({
        tag,
        summary: 'Decide about a comment',
        description: 'Settles its reports and is written to the log.',
        success: { status: 204, description: 'Done' },
        problems: [403, 404, 409, 413],
        signedIn: true,
      }),
      requireLearner,
      requireModerator,
      validate('param', commentParamSchema),
      validate('json', decisionSchema),
      async (c) => {
        const commentId = c.req.valid('param').id
        await moderation.decide({ commentId, moderatorId: c.get('learner').id, ...c.req.valid('json') })
        return c.body(null, 204)
      },
    )
    .get(
      '/v1/moderation/log',
      describe({
        tag,
        summary: 'What moderators did, newest first',
        success: { status: 200, description: 'One page', schema: logPageSchema },
        problems: [403],
        signedIn: true,
      }),
      requireLearner,
      requireModerator,
      validate('query', moderationPageQuerySchema),
      async (c) => {
        const query = c.req.valid('query')
        return c.json(await listLog({ moderatorId: c.get('learner').id, query, moderation }), 200)
      },
    )
}
