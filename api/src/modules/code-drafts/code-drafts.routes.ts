import { Hono } from 'hono'
import type { AppEnv } from '../../shared/request-env.ts'
import { learnerRoute } from '../../shared/route.ts'
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
  return new Hono<AppEnv>()
    .get(
      '/v1/problems/:slug/drafts',
      learnerRoute(
        {
          scope: 'practice:read',
          tag,
          summary: "List one's own code for a problem, in every language",
          params: problemParamSchema,
          answer: codeDraftsSchema,
          problems: [404],
        },
        async ({ learnerId, params }) => ({
          items: await listDrafts({ slugOrId: params.slug, learnerId, ...deps }),
        }),
      ),
    )
    .get(
      '/v1/problems/:slug/drafts/:language',
      learnerRoute(
        {
          scope: 'practice:read',
          tag,
          summary: "Read one's own code for a problem, as it was last kept",
          params: codeDraftParamSchema,
          answer: codeDraftSchema,
          problems: [404],
        },
        ({ learnerId, params: { slug, language } }) =>
          getDraft({ slugOrId: slug, language, learnerId, ...deps }),
      ),
    )
    .put(
      '/v1/problems/:slug/drafts/:language',
      learnerRoute(
        {
          scope: 'practice:write',
          tag,
          summary: "Keep one's own code for a problem",
          description: 'When another device kept newer code, 409 draft.changed brings it along in `current`.',
          params: codeDraftParamSchema,
          body: saveCodeDraftSchema,
          answer: codeDraftSchema,
          problems: [404, 409],
        },
        ({ learnerId, params: { slug, language }, body: draft }) =>
          saveDraft({ slugOrId: slug, language, learnerId, draft, ...deps }),
      ),
    )
}
