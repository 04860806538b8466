import { invalidRequest } from '../../shared/errors.ts'
import { type LifeDeps, readPresent, refreshPlan } from '../plans/changes/change-plan.ts'
import { breakNotFound, tooManyBreaks } from './breaks.errors.ts'
import { BREAKS_MAX, type BreaksRepository } from './breaks.repository.ts'
import type { CreateBreak, CreatedBreak, DeletedBreak } from './breaks.schemas.ts'

type Asked = { learnerId: string; breaks: BreaksRepository; deps: LifeDeps }

/**
 * Adds days off and packs the plan anew around them at once.
 *
 * @throws 400 at `to` when they are over
 */
export async function addBreak({
  learnerId,
  body,
  breaks,
  deps,
}: Asked & { body: CreateBreak }): Promise<CreatedBreak> {
  const { date } = await readPresent({ learnerId, deps })
  if (body.to < date)
    throw invalidRequest([{ field: 'to', message: `These days are over; give ${date} or later.` }])
  const added = await breaks.add({ learnerId, ...body })
  if (!added) throw tooManyBreaks(BREAKS_MAX)
  return { break: added, change: await refreshPlan({ learnerId, cause: 'break', deps }) }
}

/** Takes days off back; the plan may use them again. */
export async function removeBreak({
  learnerId,
  id,
  breaks,
  deps,
}: Asked & { id: string }): Promise<DeletedBreak> {
  if (!(await breaks.remove({ learnerId, id }))) throw breakNotFound()
  return { change: await refreshPlan({ learnerId, cause: 'break', deps }) }
}
