import { Hono } from 'hono'
import type { AppEnv } from '../../app/app-types.ts'
import { requireLearner } from '../../app/auth/auth.middleware.ts'
import { answerText, type JsonText } from '../../shared/json-text.ts'
import { describe } from '../../shared/openapi.ts'
import { shareReads } from '../../shared/share-reads.ts'
import { validate } from '../../shared/validate.ts'
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

export function createCommentsRoutes({
  comments,
  problems,
  perMinute,
}: {
  comments: CommentsRepository
  problems: ProblemsRepository
  /** Comments one learner may write. */
  perMinute: number
}) {
  const listForAll = shareReads(
    async (asked: { slugOrId: string; query: ListCommentsQuery }): Promise<JsonText<CommentPage>> =>
      JSON.stringify(await listComments({ ...asked, readerId: undefined, comments, problems })),
  )
  return new Hono<AppEnv>()
    .get(
      '/v1/problems/:slug/comments',
      describe({
        tag,
        summary: 'Comments on a problem',
        success: { status: 200, description: 'One page', schema: commentPageSchema },
        problems: [404],
      }),
      validate('param', problemParamSchema),
      validate('query', listCommentsQuerySchema),
      async (c) => {
        const slugOrId = c.req.valid('param').slug
        const query = c.req.valid('query')
        const readerId = c.get('learner')?.id
        return readerId === undefined
          ? answerText(c, await listForAll({ slugOrId, query }))
          : c.json(await listComments({ slugOrId, query, readerId, comments, problems }), 200)
      },
    )
    .post(
      '/v1/problems/:slug/comments',
      describe({
        tag,
        summary: 'Comment on a problem',
        description: 'The same text sent twice within a minute is one comment.',
        success: { status: 201, description: 'The comment', schema: commentSchema },
        problems: [404, 409, 413],
        signedIn: true,
      }),
      requireLearner,
      validate('param', problemParamSchema),
      validate('json', createCommentSchema),
      async (c) => {
        const slugOrId = c.req.valid('param').slug
        const content = c.req.valid('json')
        const comment = await writeComment({
          slugOrId,
          learner: c.get('learner'),
          content,
          perMinute,
          comments,
          problems,
        })
        return c.json(comment, 201, { location: `/v1/comments/${comment.id}` })
      },
    )
    .get(
      '/v1/comments/:id',
      describe({
        tag,
        summary: 'One comment',
        success: { status: 200, description: 'The comment', schema: commentSchema },
        problems: [404],
      }),
      validate('param', commentParamSchema),
      async (c) => {
        const { id } = c.req.valid('param')
        return c.json(await getComment({ id, readerId: c.get('learner')?.id, comments }), 200)
      },
    )
    .patch(
      '/v1/comments/:id',
      describe({
        tag,
        summary: "Change one's own comment",
        success: { status: 200, description: 'The comment', schema: commentSchema },
        problems: [403, 404, 413],
        signedIn: true,
      }),
      requireLearner,
      validate('param', commentParamSchema),
      validate('json', updateCommentSchema),
      async (c) => {
        const { id } = c.req.valid('param')
        const change = c.req.valid('json')
        return c.json(await editComment({ id, learnerId: c.get('learner').id, change, comments }), 200)
      },
    )
    .delete(
      '/v1/comments/:id',
      describe({
        tag,
        summary: "Delete one's own comment",
        success: { status: 204, description: 'Deleted' },
        problems: [403, 404],
        signedIn: true,
      }),
      requireLearner,
      validate('param', commentParamSchema),
      async (c) => {
        await comments.remove({ id: c.req.valid('param').id, learnerId: c.get('learner').id })
        return c.body(null, 204)
      },
    )
}
