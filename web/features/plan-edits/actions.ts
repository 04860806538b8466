import { type ChangedIntake, changedIntakeSchema, type PlanChange, todaySchema } from '@codify/api/contract'
import { actOnItem, undoChange } from '@/features/today/actions.ts'
import { browserApi, unwrap } from '@/lib/browser-api.ts'

/** Puts a problem into the current plan; null when another device did so at the same moment. Throws `ApiError`. */
export async function addToPlan(slug: string): Promise<PlanChange | null> {
  const { change } = await unwrap(browserApi.v1.plans.current.items.$post({ json: { slug } }), todaySchema)
  return change
}

/** Another problem like it in its place, or none. */
export async function changeItem(itemId: string, action: 'swap' | 'skip'): Promise<PlanChange | null> {
  return (await actOnItem(itemId, action)).change
}

/** Leaves a topic out of the plan from now on; repeating it changes nothing. */
export async function skipTopic(topic: string): Promise<ChangedIntake> {
  const call = browserApi.v1.intake['known-topics'][':topic']
  return unwrap(call.$put({ param: { topic } }), changedIntakeSchema)
}

/** Lets a topic into the plan again. */
export async function bringTopicBack(topic: string): Promise<ChangedIntake> {
  const call = browserApi.v1.intake['known-topics'][':topic']
  return unwrap(call.$delete({ param: { topic } }), changedIntakeSchema)
}

/** Takes a skipped topic back, with what left the plan where something did. */
export async function undoSkip(topic: string, change: PlanChange | null): Promise<void> {
  if (change) await undoChange(change.revision)
  else await bringTopicBack(topic)
}
