import { Hono } from 'hono'
import type { LearnerEnv } from '../../app/app-types.ts'
import { requireLearner } from '../../app/auth/auth.middleware.ts'
import { describe } from '../../shared/openapi.ts'
import { validate } from '../../shared/validate.ts'
import type { ProblemsRepository } from '../problems/problems.repository.ts'
import { problemParamSchema } from '../problems/problems.schemas.ts'
import type { CodeDraftsRepository } from './code-drafts.repository.ts'
import {
  codeDraftParamSchema,
  codeDraftSchema,
  codeDraftsSchema,
  saveCodeDraftSchema,
} from './code-drafts.schemas.ts'
import { getDraft, listDrafts, saveDraft } from './code-drafts.usecases.ts'

const tag = 'Workbench'

export function createCodeDraftsRoutes(deps: { drafts: CodeDraftsRepository; problems: ProblemsRepository }) {
  return new Hono<LearnerEnv>()
    .get(
      '/v1/problems/:slug/drafts',
      describe({
        tag,
        summary: "List one's own code for a problem, in every language",
        success: { status: 200, description: 'The code; none is an empty list', schema: codeDraftsSchema },
        problems: [404],
        signedIn: true,
      }),
      requireLearner,
      validate('param', problemParamSchema),
      async (c) => {
        const learnerId = c.get('learner').id
        const items = await listDrafts({ slugOrId: c.req.valid('param').slug, learnerId, ...deps })
        return c.json({ items }, 200)
      },
    )
    .get(
      '/v1/problems/:slug/drafts/:language',
      describe({
        tag,
        summary: "One's own code for a problem, as it was last kept",
        success: { status: 200, description: 'The code', schema: codeDraftSchema },
        problems: [404],
        signedIn: true,
      }),
      requireLearner,
      validate('param', codeDraftParamSchema),
      async (c) => {
        const { slug, language } = c.req.valid('param')
        const learnerId = c.get('learner').id
        return c.json(await getDraft({ slugOrId: slug, language, learnerId, ...deps }), 200)
      },
    )
    .put(
      '/v1/problems/:slug/drafts/:language',
      describe({
        tag,
        summary: "Keep one's own code for a problem",
        description: 'When another device kept newer code, 409 draft.changed brings it along in `current`.',
        success: { status: 200, description: 'The code as kept', schema: codeDraftSchema },
        problems: [404, 409, 413],
        signedIn: true,
      }),
      requireLearner,
      validate('param', codeDraftParamSchema),
      validate('json', saveCodeDraftSchema),
      async (c) => {
        const { slug, language } = c.req.valid('param')
        const [draft, learnerId] = [c.req.valid('json'), c.get('learner').id]
        return c.json(await saveDraft({ slugOrId: slug, language, learnerId, draft, ...deps }), 200)
      },
    )
}
