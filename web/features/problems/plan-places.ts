import type { PlanItem, PlanJson } from '@codify/api/contract'

type PlanPlace = Pick<PlanItem, 'item_id' | 'kind' | 'minutes' | 'reason'> & { date: string }
export type PlanPlaces = {
  places: PlanPlace[]
  /** The day, from the learner's today on, on which it comes next. */
  next: string | null
  /** Why it was left out, when the plan wanted it and had no room. */
  overflow: string | undefined
}

/** Where a problem stands in a plan, earliest day first. */
export function findPlanPlaces(options: { plan: PlanJson; slug: string; today: string }): PlanPlaces {
  const { plan, slug, today } = options
  const places = plan.weeks
    .flatMap((week) => week.days)
    .flatMap(({ date, problems }) =>
      problems
        .filter((item) => item.slug === slug)
        .map(({ item_id, kind, minutes, reason }) => ({ item_id, kind, minutes, reason, date })),
    )
    .sort((a, b) => a.date.localeCompare(b.date))
  const next = places.find(({ date }) => date >= today)?.date ?? null
  return { places, next, overflow: plan.overflow.find((each) => each.slug === slug)?.reason }
}

/** The day, from the learner's today on, on which each problem of a plan comes next, by slug. */
export function plannedDays(plan: PlanJson, today: string): Readonly<Record<string, string>> {
  const days = plan.weeks.flatMap((week) => week.days).filter(({ date }) => date >= today)
  // The earliest day wins.
  return Object.fromEntries(
    days
      .toSorted((a, b) => b.date.localeCompare(a.date))
      .flatMap(({ date, problems }) => problems.map(({ slug }) => [slug, date])),
  )
}
