import type { PlanItem, PlanJson } from '@codify/api/contract'

type PlanPlace = Pick<PlanItem, 'item_id' | 'kind' | 'minutes' | 'reason'> & { date: string }
export type PlanPlaces = {
  places: PlanPlace[]
  /** Why it was left out, when the plan wanted it and had no room. */
  overflow: string | undefined
}

/** Where a problem stands in a plan, earliest day first. */
export function findPlanPlaces(plan: PlanJson, slug: string): PlanPlaces {
  const places = plan.weeks
    .flatMap((week) => week.days)
    .flatMap(({ date, problems }) =>
      problems
        .filter((item) => item.slug === slug)
        .map(({ item_id, kind, minutes, reason }) => ({ item_id, kind, minutes, reason, date })),
    )
    .sort((a, b) => a.date.localeCompare(b.date))
  return { places, overflow: plan.overflow.find((each) => each.slug === slug)?.reason }
}

/** A calendar day in words, the same wherever it is read. */
export function dayInWords(day: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`))
}
