import { intakeNotFound } from '../intake/intake.errors.ts'
import { type LifeDeps, refreshPlan } from '../plans/changes/change-plan.ts'
import type { SettingsRepository } from './settings.repository.ts'
import type { ChangedSettings, ChangeSettings } from './settings.schemas.ts'

/** Changes what is given and packs the open part of the plan anew at once. */
export async function changeSettings({
  learnerId,
  change,
  settings,
  deps,
}: {
  learnerId: string
  change: ChangeSettings
  settings: SettingsRepository
  deps: LifeDeps
}): Promise<ChangedSettings> {
  if (!(await settings.save({ learnerId, change }))) throw intakeNotFound()
  const cause = change.hours_per_week === undefined ? 'settings' : 'hours'
  const moved = await refreshPlan({ learnerId, cause, deps })
  return { settings: await settings.find({ learnerId }), change: moved }
}
