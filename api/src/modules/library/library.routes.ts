import { Hono } from 'hono'
import type { AppEnv } from '../../shared/request-env.ts'
import { learnerRoute, publicRoute } from '../../shared/route.ts'
import { problemParamSchema } from '../problems/problems.schemas.ts'
import {
  curatedHintsSchema,
  libraryParamSchema,
  markedPatternSchema,
  patternListSchema,
  patternPageSchema,
  setMarkSchema,
  topicPageSchema,
} from './library.schemas.ts'
import {
  getCuratedHints,
  getPattern,
  getPatterns,
  getTopic,
  type LibraryDeps,
  removeMark,
  setMark,
} from './library.usecases.ts'

const tag = 'Library'

export function createLibraryRoutes(deps: LibraryDeps) {
  const marked = { tag, params: libraryParamSchema, answer: markedPatternSchema }
  return new Hono<AppEnv>()
    .get(
      '/v1/patterns',
      publicRoute(
        {
          tag,
          scope: 'practice:read',
          summary: 'List the patterns in reading order',
          answer: patternListSchema,
        },
        ({ learner }) => getPatterns({ learnerId: learner?.id, deps }),
      ),
    )
    .get(
      '/v1/patterns/:slug',
      publicRoute(
        {
          tag,
          scope: 'practice:read',
          summary: 'Read the page of a pattern',
          description:
            'Texts are Markdown. With a token, the mark and the status of each problem are filled in.',
          params: libraryParamSchema,
          answer: patternPageSchema,
          problems: [404],
        },
        ({ learner, params: { slug } }) => getPattern({ slug, learnerId: learner?.id, deps }),
      ),
    )
    .get(
      '/v1/topics/:slug',
      publicRoute(
        {
          tag,
          scope: 'practice:read',
          summary: 'Read the page of a topic: its note, patterns and problems',
          params: libraryParamSchema,
          answer: topicPageSchema,
          problems: [404],
        },
        ({ learner, params: { slug } }) => getTopic({ slug, learnerId: learner?.id, deps }),
      ),
    )
    .put(
      '/v1/patterns/:slug/mark',
      learnerRoute(
        {
          ...marked,
          scope: 'practice:write',
          summary: 'Mark a pattern; repeating it changes nothing',
          body: setMarkSchema,
          problems: [404],
        },
        ({ learnerId, params: { slug }, body: { mark } }) => setMark({ learnerId, slug, mark, deps }),
      ),
    )
    .delete(
      '/v1/patterns/:slug/mark',
      learnerRoute(
        {
          ...marked,
          scope: 'practice:write',
          summary: 'Take the mark of a pattern back; repeating it changes nothing',
        },
        ({ learnerId, params: { slug } }) => removeMark({ learnerId, slug, deps }),
      ),
    )
    .get(
      '/v1/problems/:slug/hints',
      publicRoute(
        {
          tag,
          scope: 'practice:read',
          summary: 'Read the three curated hints of a problem: the aim, the idea, a sketch',
          description: "Empty for a problem of the learner's own.",
          params: problemParamSchema,
          answer: curatedHintsSchema,
          problems: [404],
        },
        ({ learner, params }) => getCuratedHints({ slugOrId: params.slug, learnerId: learner?.id, deps }),
      ),
    )
}
