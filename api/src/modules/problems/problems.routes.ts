import { Hono } from 'hono'
import type { AppEnv } from '../../app/app-types.ts'
import { requireLearner } from '../../app/auth/auth.middleware.ts'
import { answerText } from '../../shared/json-text.ts'
import { describe } from '../../shared/openapi.ts'
import { shareReads } from '../../shared/share-reads.ts'
import { validate } from '../../shared/validate.ts'
import type { ProblemsRepository } from './problems.repository.ts'
import {
  type ListProblemsQuery,
  listProblemsQuerySchema,
  problemPageSchema,
  problemParamSchema,
  problemSchema,
  upvoteSchema,
} from './problems.schemas.ts'
import { getProblem, listProblems, setUpvote } from './problems.usecases.ts'

const tag = 'Problems'

export function createProblemsRoutes({ problems }: { problems: ProblemsRepository }) {
  const listForAll = shareReads((query: ListProblemsQuery) =>
    listProblems({ query, learnerId: undefined, problems }),
  )
  return new Hono<AppEnv>()
    .get(
      '/v1/problems',
      describe({
        tag,
        summary: 'Search, filter and sort the catalogue',
        success: { status: 200, description: 'One page', schema: problemPageSchema },
      }),
      validate('query', listProblemsQuerySchema),
      async (c) => {
        const query = c.req.valid('query')
        const learnerId = c.get('learner')?.id
        return answerText(
          c,
          await (learnerId === undefined ? listForAll(query) : listProblems({ query, learnerId, problems })),
        )
      },
    )
    .get(
      '/v1/problems/:slug',
      describe({
        tag,
        summary: 'One problem, by slug or id',
        success: { status: 200, description: 'The problem', schema: problemSchema },
        problems: [404],
      }),
      validate('param', problemParamSchema),
      async (c) => {
        const { slug } = c.req.valid('param')
        return answerText(c, await getProblem({ slugOrId: slug, learnerId: c.get('learner')?.id, problems }))
      },
    )
    .put(
      '/v1/problems/:slug/upvote',
      describe({
        tag,
        summary: 'Upvote; repeating it changes nothing',
        success: { status: 200, description: 'The new count', schema: upvoteSchema },
        problems: [404],
        signedIn: true,
      }),
      requireLearner,
      validate('param', problemParamSchema),
      async (c) => {
        const { slug } = c.req.valid('param')
        const learnerId = c.get('learner').id
        return c.json(await setUpvote({ slugOrId: slug, learnerId, upvoted: true, problems }), 200)
      },
    )
    .delete(
      '/v1/problems/:slug/upvote',
      describe({
        tag,
        summary: 'Take an upvote back; repeating it changes nothing',
        success: { status: 200, description: 'The new count', schema: upvoteSchema },
        problems: [404],
        signedIn: true,
      }),
      requireLearner,
      validate('param', problemParamSchema),
      async (c) => {
        const { slug } = c.req.valid('param')
        const learnerId = c.get('learner').id
        return c.json(await setUpvote({ slugOrId: slug, learnerId, upvoted: false, problems }), 200)
      },
    )
}
