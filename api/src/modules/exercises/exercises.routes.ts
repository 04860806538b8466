import { Hono } from 'hono'
import type { AppEnv } from '../../app/app-types.ts'
import { requireLearner } from '../../app/auth/auth.middleware.ts'
import { answerText } from '../../shared/json-text.ts'
import { describe } from '../../shared/openapi.ts'
import { validate } from '../../shared/validate.ts'
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
      describe({
        tag,
        summary: 'The exercise of a problem, with all its tests: they run in the browser',
        description: 'Has an ETag; with If-None-Match the answer is 304 while nothing has changed.',
        success: { status: 200, description: 'The exercise', schema: exerciseSchema },
        problems: [404],
      }),
      validate('param', problemParamSchema),
      async (c) => {
        const slugOrId = c.req.valid('param').slug
        const known = c.req.header('if-none-match')
        const { digest, text } = await getExercise({ slugOrId, known, ...deps })
        c.header('etag', etagOf(digest))
        c.header('cache-control', 'public, no-cache')
        return text === null ? c.body(null, 304) : answerText(c, text)
      },
    )
    .get(
      '/v1/problems/:slug/exercise/hints/:number',
      describe({
        tag,
        summary: 'One of the three hints: what to aim for, the idea, a sketch',
        success: { status: 200, description: 'The hint', schema: hintSchema },
        problems: [404],
        signedIn: true,
      }),
      requireLearner,
      validate('param', hintParamSchema),
      async (c) => {
        const { slug, number } = c.req.valid('param')
        return c.json(await getHint({ slugOrId: slug, number, ...deps }), 200)
      },
    )
    .get(
      '/v1/problems/:slug/exercise/explanation',
      describe({
        tag,
        summary: 'How the problem is solved and what that costs',
        success: { status: 200, description: 'The explanation', schema: explanationSchema },
        problems: [404],
        signedIn: true,
      }),
      requireLearner,
      validate('param', problemParamSchema),
      async (c) => answerText(c, await getExplanation({ slugOrId: c.req.valid('param').slug, ...deps })),
    )
}
