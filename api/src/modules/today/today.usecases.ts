import { dayAt } from '../learner-day/learner-day.models.ts'
import {
  changePlan,
  isStale,
  isUnderWay,
  type LifeDeps,
  type Present,
  previewChange,
  RECENT_ATTEMPTS,
  readPresent,
  startDay,
} from '../plans/changes/change-plan.ts'
import type { PlanChange } from '../plans/changes/plan-changes.schemas.ts'
import type { AttemptFact } from '../plans/plans.facts.ts'
import { problemNotFound } from '../problems/problems.errors.ts'
import { planOver, revisionNotNewest } from './today.errors.ts'
import { toToday } from './today.models.ts'
import type { AddItem, ItemAction, Today } from './today.schemas.ts'

type Asked = { learnerId: string; deps: LifeDeps }

/** The learner's day. The first look of a new day brings the plan up to date; with `minutes` it shows a shorter day. */
export async function getToday({
  learnerId,
  minutes,
  deps,
}: Asked & { minutes?: number | undefined }): Promise<Today> {
  let present = await readPresent({ learnerId, deps })
  const { current } = present.state
  if (isUnderWay(current, present.date) && isStale(current, present.date)) {
    await startDay({ learnerId, present, current, deps })
    present = await readPresent({ learnerId, deps })
  }
  const [attempts, { find }] = await Promise.all([
    recentAttempts({ learnerId, present, deps }),
    deps.catalogue.get(),
  ])
  const hasExercise = (slug: string) => find(slug)?.has_exercise === true
  const plan = present.state.current?.plan ?? null
  if (minutes === undefined || !isUnderWay(present.state.current, present.date))
    return toToday({
      present,
      attempts,
      plan,
      change: newestChange(present),
      minutes: undefined,
      hasExercise,
    })
  const order = { type: 'cut', minutes } as const
  const cut = await previewChange({ learnerId, present, current: present.state.current, order, deps })
  const change = cut.ok
    ? { ...cut.changes, cause: 'cut' as const, revision: present.state.current.revision }
    : null
  return toToday({ present, attempts, plan: cut.ok ? cut.plan : plan, change, minutes, hasExercise })
}

/** Shortens today for good: what no longer fits spreads over later days. */
export async function cutToday({ learnerId, minutes, deps }: Asked & { minutes: number }): Promise<Today> {
  await changePlan({ learnerId, order: { type: 'cut', minutes }, cause: 'cut', deps })
  return getToday({ learnerId, deps })
}

/** Skips, swaps or puts off one item, and answers the day as it then is. */
export async function actOnItem({
  learnerId,
  itemId,
  action,
  deps,
}: Asked & { itemId: string; action: ItemAction }): Promise<Today> {
  await bringUpToDate({ learnerId, deps })
  const done = await isDoneAlready({ learnerId, itemId, action, deps })
  if (!done) await changePlan({ learnerId, order: { type: action, itemId }, cause: action, deps })
  return getToday({ learnerId, deps })
}

/**
 * Puts a problem into the current plan, and answers the day as it then is.
 *
 * @throws 404 `problem.not_found`, 409 `plan.item_finished` when it is planned already, 409 `plan.no_room`
 */
export async function addItem({
  learnerId,
  item: { slug, date },
  deps,
}: Asked & { item: AddItem }): Promise<Today> {
  await bringUpToDate({ learnerId, deps })
  const own = await deps.retrieval.listOwnProblems({ learnerId })
  const known = (await deps.catalogue.get()).problems.some((problem) => problem.slug === slug)
  if (!known && !own.some((problem) => problem.slug === slug)) throw problemNotFound()
  const order = { type: 'add', slug, ...(date === undefined ? {} : { date }) } as const
  await changePlan({ learnerId, order, cause: 'add', deps })
  return getToday({ learnerId, deps })
}

/** Puts the plan back to what it was before its newest change. */
export async function undoChange({
  learnerId,
  revision,
  deps,
}: Asked & { revision: number }): Promise<Today> {
  const { state } = await readPresent({ learnerId, deps })
  if (!state.current) throw planOver()
  const undone = await deps.planChanges.undo({ learnerId, revision, now: deps.clock() })
  if (!undone) throw revisionNotNewest()
  return getToday({ learnerId, deps })
}

/** A tap, or a look at what lies ahead, may be the first thing of a new day. */
export async function bringUpToDate({ learnerId, deps }: Asked): Promise<void> {
  const present = await readPresent({ learnerId, deps })
  const { current } = present.state
  if (isUnderWay(current, present.date) && isStale(current, present.date))
    await startDay({ learnerId, present, current, deps })
}

/** True if another device made the same change before, which is then the plan's newest. */
async function isDoneAlready({
  learnerId,
  itemId,
  action,
  deps,
}: Asked & { itemId: string; action: ItemAction }): Promise<boolean> {
  const { state } = await readPresent({ learnerId, deps })
  const { newest } = state.current ?? {}
  if (newest?.cause !== action) return false
  const where = action === 'later' ? newest.moved : newest.dropped
  return where.some(({ item_id }) => item_id === itemId)
}

async function recentAttempts({
  learnerId,
  present,
  deps,
}: Asked & { present: Present }): Promise<AttemptFact[]> {
  const { learnerDay } = present.state
  return deps.retrieval.listAttempts({ learnerId, learnerDay, limit: RECENT_ATTEMPTS })
}

/** The newest change, where it is of today. */
function newestChange({ state, date }: Present): PlanChange | null {
  const { newest } = state.current ?? {}
  if (!newest || dayAt(newest.at, state.learnerDay) !== date) return null
  const { at: _, ...change } = newest
  return change
}
