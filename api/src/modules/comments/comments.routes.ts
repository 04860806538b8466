import { Hono } from 'hono'
import type { JsonText } from '../../shared/json-text.ts'
import type { AppEnv } from '../../shared/request-env.ts'
import { learnerRoute, publicRoute } from '../../shared/route.ts'
import { shareReads } from '../../shared/share-reads.ts'
import type { ProblemsRepository } from '../problems/problems.repository.ts'
import { problemParamSchema } from '../problems/problems.schemas.ts'
import type { CommentsRepository } from './comments.repository.ts'
import {
  type CommentPage,
  commentPageSchema,
  commentParamSchema,
  commentSchema,
  createCommentSchema,
  type ListCommentsQuery,
  listCommentsQuerySchema,
  updateCommentSchema,
} from './comments.schemas.ts'
import { editComment, getComment, listComments, writeComment } from './comments.usecases.ts'

const tag = 'Comments'

export function createCommentsRoutes(deps: {
  comments: CommentsRepository
  problems: ProblemsRepository
  /** Comments one learner may write. */
  perMinute: number
}) {
  const listForAll = shareReads(
    async (asked: { slugOrId: string; query: ListCommentsQuery }): Promise<JsonText<CommentPage>> =>
      JSON.stringify(await listComments({ ...asked, readerId: undefined, ...deps })),
  )
  return new Hono<AppEnv>()
    .get(
      '/v1/problems/:slug/comments',
      publicRoute(
        {
          scope: 'practice:read',
          tag,
          summary: 'List the comments on a problem',
          params: problemParamSchema,
          query: listCommentsQuerySchema,
          answer: commentPageSchema,
          problems: [404],
        },
        ({ learner, params: { slug: slugOrId }, query }) =>
          learner
            ? listComments({ slugOrId, query, readerId: learner.id, ...deps })
            : listForAll({ slugOrId, query }),
      ),
    )
    .post(
      '/v1/problems/:slug/comments',
      learnerRoute(
        {
          scope: 'community:write',
          tag,
          summary: 'Comment on a problem',
          description: 'The same text sent twice within a minute is one comment.',
          params: problemParamSchema,
          body: createCommentSchema,
          answer: commentSchema,
          status: 201,
          problems: [404, 409],
        },
        async ({ learner, params, body: content }, c) => {
          const comment = await writeComment({ slugOrId: params.slug, learner, content, ...deps })
          c.header('location', `/v1/comments/${comment.id}`)
          return comment
        },
      ),
    )
    .get(
      '/v1/comments/:id',
      publicRoute(
        {
          scope: 'practice:read',
          tag,
          summary: 'Read one comment',
          params: commentParamSchema,
          answer: commentSchema,
          problems: [404],
        },
        ({ learner, params: { id } }) => getComment({ id, readerId: learner?.id, ...deps }),
      ),
    )
    .patch(
      '/v1/comments/:id',
      learnerRoute(
        {
          scope: 'community:write',
          tag,
          summary: "Change one's own comment",
          params: commentParamSchema,
          body: updateCommentSchema,
          answer: commentSchema,
          problems: [403, 404],
        },
        ({ learnerId, params: { id }, body: change }) => editComment({ id, learnerId, change, ...deps }),
      ),
    )
    .delete(
      '/v1/comments/:id',
      learnerRoute(
        {
          scope: 'community:write',
          tag,
          summary: "Delete one's own comment",
          params: commentParamSchema,
          problems: [403, 404],
        },
        async ({ learnerId, params: { id } }) => {
          await deps.comments.remove({ id, learnerId })
          return undefined
        },
      ),
    )
}
