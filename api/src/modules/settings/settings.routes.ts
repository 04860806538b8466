import { Hono } from 'hono'
import type { LearnerEnv } from '../../app/app-types.ts'
import { requireLearner } from '../../app/auth/auth.middleware.ts'
import { describe } from '../../shared/openapi.ts'
import { validate } from '../../shared/validate.ts'
import type { LifeDeps } from '../today/change-plan.ts'
import type { SettingsRepository } from './settings.repository.ts'
import { changedSettingsSchema, changeSettingsSchema, readSettingsSchema } from './settings.schemas.ts'
import { changeSettings } from './settings.usecases.ts'

const tag = 'Settings'

export function createSettingsRoutes({
  settings,
  life,
  hasModel,
}: {
  settings: SettingsRepository
  life: LifeDeps
  hasModel: boolean
}) {
  return new Hono<LearnerEnv>()
    .get(
      '/v1/settings',
      describe({
        tag,
        summary: "What shapes the learner's days",
        success: { status: 200, description: 'The settings', schema: readSettingsSchema },
        signedIn: true,
      }),
      requireLearner,
      async (c) =>
        c.json({ ...(await settings.find({ learnerId: c.get('learner').id })), has_model: hasModel }, 200),
    )
    .put(
      '/v1/settings',
      describe({
        tag,
        summary: 'Change settings; the open part of the plan follows at once',
        description: 'What is left out stays as it is.',
        success: { status: 200, description: 'The settings, and what moved', schema: changedSettingsSchema },
        problems: [404],
        signedIn: true,
      }),
      requireLearner,
      validate('json', changeSettingsSchema),
      async (c) => {
        const change = c.req.valid('json')
        return c.json(
          await changeSettings({ learnerId: c.get('learner').id, change, settings, deps: life }),
          200,
        )
      },
    )
}
