import { type Intake, type StoredIntake, storedIntakeSchema } from '@codify/api/contract'
import { browserApi, unwrap } from '@/lib/browser-api.ts'

/** Saves the whole intake. An `ApiError` names the fields that were refused. */
export async function saveIntake(intake: Intake): Promise<StoredIntake> {
  return unwrap(browserApi.v1.intake.$put({ json: intake }), storedIntakeSchema)
}
