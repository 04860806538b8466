import { readHistory } from './known/history.ts'
import { type StartedItem, startedItems } from './known/started.ts'
import type { PlanFacts } from './plans.facts.ts'
import type { Plan, PlanJson } from './plans.schemas.ts'
import { repack } from './repack/repack.ts'
import { listItems } from './verify/verified-plan.ts'

/**
 * A proposal as it is to be accepted: what was started in the current plan since the proposal was made keeps its
 * `item_id` (H9), in the place of the proposal's own item for the problem, or on a day with room for another try. The
 * `previous` of the facts is the current plan.
 */
export function carryOver({ proposal, facts }: { proposal: Plan; facts: PlanFacts }): PlanJson {
  const held = new Set(listItems(proposal.plan_json).map(({ item_id }) => item_id))
  const started = startedItems(facts, readHistory(facts)).filter(({ item_id }) => !held.has(item_id))
  if (started.length === 0) return proposal.plan_json
  const plan = withIds(proposal.plan_json, started)
  const planned = new Set(listItems(plan).map(({ item_id }) => item_id))
  const items = started.filter(({ item_id }) => !planned.has(item_id))
  if (items.length === 0) return plan
  const carried = repack({
    facts: { ...facts, previous: plan, previousMadeAt: proposal.generated_at },
    plan,
    cards: [],
    reviewCap: null,
    order: { type: 'carry', items },
    seed: proposal.id,
  })
  // Changes against the plan before stay listed, and the items that came in are listed with them.
  return carried.ok ? { ...carried.plan, changes: withAdded(plan, carried.plan.changes) } : plan
}

/** Gives the first item of each started problem the id under which it was started. */
function withIds(plan: PlanJson, started: StartedItem[]): PlanJson {
  const ids = new Map(started.map(({ slug, item_id }) => [slug, item_id]))
  const weeks = plan.weeks.map((week) => ({
    ...week,
    days: week.days.map((day) => ({
      ...day,
      problems: day.problems.map((item) => {
        const item_id = ids.get(item.slug)
        ids.delete(item.slug)
        return item_id === undefined ? item : { ...item, item_id }
      }),
    })),
  }))
  return { ...plan, weeks }
}

function withAdded({ changes }: PlanJson, more: PlanJson['changes']): PlanJson['changes'] {
  if (!changes || !more) return changes ?? more
  return {
    ...changes,
    moved: [...changes.moved, ...more.moved],
    added: [...changes.added, ...more.added],
    removed: [...changes.removed, ...more.removed],
  }
}
