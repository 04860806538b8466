import { Hono } from 'hono'
import type { JsonText } from '../../shared/json-text.ts'
import type { AppEnv } from '../../shared/request-env.ts'
import { learnerRoute, publicRoute } from '../../shared/route.ts'
import { shareReads } from '../../shared/share-reads.ts'
import type { ProblemsRepository } from './problems.repository.ts'
import {
  type ListProblemsQuery,
  listProblemsQuerySchema,
  type ProblemPage,
  problemPageSchema,
  problemParamSchema,
  problemSchema,
  upvoteSchema,
} from './problems.schemas.ts'
import { getProblem, listProblems, setUpvote } from './problems.usecases.ts'

const tag = 'Problems'

export function createProblemsRoutes({ problems }: { problems: ProblemsRepository }) {
  const listForAll = shareReads(
    async (query: ListProblemsQuery): Promise<JsonText<ProblemPage>> =>
      JSON.stringify(await listProblems({ query, learnerId: undefined, problems })),
  )
  const upvote = { tag, params: problemParamSchema, answer: upvoteSchema, problems: [404] }
  return new Hono<AppEnv>()
    .get(
      '/v1/problems',
      publicRoute(
        {
          scope: 'practice:read',
          tag,
          summary: 'Search, filter and sort the catalogue',
          query: listProblemsQuerySchema,
          answer: problemPageSchema,
        },
        ({ learner, query }) =>
          learner ? listProblems({ query, learnerId: learner.id, problems }) : listForAll(query),
      ),
    )
    .get(
      '/v1/problems/:slug',
      publicRoute(
        {
          scope: 'practice:read',
          tag,
          summary: 'Read one problem, by slug or id',
          params: problemParamSchema,
          answer: problemSchema,
          problems: [404],
        },
        ({ learner, params }) => getProblem({ slugOrId: params.slug, learnerId: learner?.id, problems }),
      ),
    )
    .put(
      '/v1/problems/:slug/upvote',
      learnerRoute(
        { scope: 'community:write', ...upvote, summary: 'Upvote; repeating it changes nothing' },
        ({ learnerId, params }) => setUpvote({ slugOrId: params.slug, learnerId, upvoted: true, problems }),
      ),
    )
    .delete(
      '/v1/problems/:slug/upvote',
      learnerRoute(
        { scope: 'community:write', ...upvote, summary: 'Take an upvote back; repeating it changes nothing' },
        ({ learnerId, params }) => setUpvote({ slugOrId: params.slug, learnerId, upvoted: false, problems }),
      ),
    )
}
