import type { PlanChange } from '@codify/api/contract'
import { formatDay } from '../../lib/calendar-day.ts'
import { countProblems } from '../../lib/count.ts'

/** Where a problem that was added stands now, and what gave way for it. */
export function addedInWords({
  slug,
  title,
  change,
}: {
  slug: string
  title: string
  change: PlanChange | null
}): { title: string; description?: string } {
  const day = landedOn(slug, change)
  return {
    title: `${title} is in your plan${day ? `, on ${formatDay(day)}` : ''}`,
    ...withDescription(alsoInWords(change, slug)),
  }
}

/** The day that an added problem came to; undefined when the change did not bring it. */
export function landedOn(slug: string, change: PlanChange | null): string | undefined {
  return change?.added.find((one) => one.slug === slug)?.to
}

/** Describes the items that left the plan with a topic. */
export function skippedInWords(
  topicTitle: string,
  change: PlanChange | null,
): { title: string; description: string } {
  const gone = change?.dropped ?? []
  return {
    title: `${topicTitle}: skipped`,
    description: gone.length
      ? `${countProblems(gone)} left your plan. ${alsoInWords(change && { ...change, dropped: [] })}`.trim()
      : 'New plans leave it out.',
  }
}

/** Describes the items that came into the plan with a topic that is back. */
export function broughtBackInWords(
  topicTitle: string,
  change: PlanChange | null,
): { title: string; description: string } {
  const also = alsoInWords(change)
  return {
    title: `${topicTitle} is back`,
    description: also || 'It may be planned again. Your days are as they were.',
  }
}

/** "2 problems moved, 1 gave way." Empty when nothing else happened; `slug` is told elsewhere. */
function alsoInWords(change: PlanChange | null, slug?: string): string {
  if (!change) return ''
  const added = change.added.filter((one) => one.slug !== slug)
  const parts = [
    change.moved.length && `${countProblems(change.moved)} moved`,
    change.dropped.length && `${countProblems(change.dropped)} gave way`,
    added.length && `${countProblems(added)} came in`,
  ].filter(Boolean)
  return parts.length ? `${parts.join(', ')}.` : ''
}

function withDescription(description: string): { description?: string } {
  return description ? { description } : {}
}
