import { Hono } from 'hono'
import type { AppEnv } from '../../shared/request-env.ts'
import { learnerRoute, publicRoute } from '../../shared/route.ts'
import type { ProblemsRepository } from '../problems/problems.repository.ts'
import { problemParamSchema } from '../problems/problems.schemas.ts'
import type { ExercisesRepository } from './exercises.repository.ts'
import { exerciseSchema, explanationSchema, hintParamSchema, hintSchema } from './exercises.schemas.ts'
import { etagOf, getExercise, getExplanation, getHint } from './exercises.usecases.ts'

const tag = 'Exercises'

export function createExercisesRoutes(deps: {
  exercises: ExercisesRepository
  problems: ProblemsRepository
}) {
  return new Hono<AppEnv>()
    .get(
      '/v1/problems/:slug/exercise',
      publicRoute(
        {
          scope: 'practice:read',
          tag,
          summary: 'Read the exercise of a problem, with all its tests: they run in the browser',
          description: 'Has an ETag; with If-None-Match the answer is 304 while nothing has changed.',
          params: problemParamSchema,
          answer: exerciseSchema,
          others: { 304: { description: 'As it was' } },
          problems: [404],
        },
        async ({ params }, c) => {
          const known = c.req.header('if-none-match')
          const { digest, text } = await getExercise({ slugOrId: params.slug, known, ...deps })
          c.header('etag', etagOf(digest))
          c.header('cache-control', 'public, no-cache')
          return text ?? c.body(null, 304)
        },
      ),
    )
    .get(
      '/v1/problems/:slug/exercise/hints/:number',
      learnerRoute(
        {
          scope: 'practice:read',
          tag,
          summary: 'Read one of the three hints: what to aim for, the idea, a sketch',
          params: hintParamSchema,
          answer: hintSchema,
          problems: [404],
        },
        ({ params: { slug, number } }) => getHint({ slugOrId: slug, number, ...deps }),
      ),
    )
    .get(
      '/v1/problems/:slug/exercise/explanation',
      learnerRoute(
        {
          scope: 'practice:read',
          tag,
          summary: 'Read how the problem is solved and what that costs',
          params: problemParamSchema,
          answer: explanationSchema,
          problems: [404],
        },
        ({ params }) => getExplanation({ slugOrId: params.slug, ...deps }),
      ),
    )
}
