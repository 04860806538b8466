import { type ChangedIntake, changedIntakeSchema, type Intake } from '@codify/api/contract'
import { browserApi, unwrap } from '@/lib/browser-api.ts'

/** Saves the whole intake; the plan under way follows where it has to. An `ApiError` names the fields that were refused. */
export async function saveIntake(intake: Intake): Promise<ChangedIntake> {
  return unwrap(browserApi.v1.intake.$put({ json: intake }), changedIntakeSchema)
}
