import type { PlanItem, PlanJson } from '@codify/api/contract'
import { addDays } from '../../lib/calendar-day.ts'

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

/**
 * The day of a plan on which a problem comes next, or null. A day counts until it is over everywhere, for its learner
 * may be anywhere.
 */
export function plannedDay(places: readonly Pick<PlanPlace, 'date'>[], now: Date): string | null {
  const earliest = addDays(now.toISOString().slice(0, 10), -1)
  return places.find(({ date }) => date >= earliest)?.date ?? null
}

/** The same of every problem of a plan, by slug. */
export function plannedDays(plan: PlanJson, now: Date): Readonly<Record<string, string>> {
  const earliest = addDays(now.toISOString().slice(0, 10), -1)
  const days = plan.weeks.flatMap((week) => week.days).filter(({ date }) => date >= earliest)
  // The earliest day wins.
  return Object.fromEntries(
    days.toReversed().flatMap(({ date, problems }) => problems.map(({ slug }) => [slug, date])),
  )
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
