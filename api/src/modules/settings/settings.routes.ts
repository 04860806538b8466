import { Hono } from 'hono'
import type { AppEnv } from '../../shared/request-env.ts'
import { learnerRoute } from '../../shared/route.ts'
import type { LifeDeps } from '../plans/changes/change-plan.ts'
import type { SettingsRepository } from './settings.repository.ts'
import { changedSettingsSchema, changeSettingsSchema, readSettingsSchema } from './settings.schemas.ts'
import { changeSettings } from './settings.usecases.ts'

const tag = 'Settings'

export function createSettingsRoutes({
  settings,
  life: deps,
  hasModel,
}: {
  settings: SettingsRepository
  life: LifeDeps
  hasModel: boolean
}) {
  return new Hono<AppEnv>()
    .get(
      '/v1/settings',
      learnerRoute(
        {
          scope: 'profile:read',
          tag,
          summary: "Read what shapes the learner's days",
          answer: readSettingsSchema,
        },
        async ({ learnerId }) => ({ ...(await settings.find({ learnerId })), has_model: hasModel }),
      ),
    )
    .put(
      '/v1/settings',
      learnerRoute(
        {
          tag,
          summary: 'Change settings; the open part of the plan follows at once',
          description: 'What is left out stays as it is.',
          body: changeSettingsSchema,
          answer: changedSettingsSchema,
          problems: [404],
        },
        ({ learnerId, body: change }) => changeSettings({ learnerId, change, settings, deps }),
      ),
    )
}
