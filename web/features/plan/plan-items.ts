import type { PlanItemView, PlanJsonView } from '@codify/api/contract'

export type DatedItem = { date: string; item: PlanItemView }

/** Every item with its day, in the plan's order. */
export function itemsOf(plan: PlanJsonView): DatedItem[] {
  return plan.weeks.flatMap(({ days }) =>
    days.flatMap(({ date, problems }) => problems.map((item) => ({ date, item }))),
  )
}

/** Solved, tried and stuck are practice; a skipped item is not. */
export function isPractised({ status }: Pick<PlanItemView, 'status'>): boolean {
  return status !== 'open' && status !== 'skipped'
}

export function sumMinutes(items: readonly { minutes: number }[]): number {
  return items.reduce((sum, { minutes }) => sum + minutes, 0)
}

/** What is still to do of each topic, in the plan's order. */
export function topicsToCome(options: {
  plan: PlanJsonView
  today: string
  titles: Readonly<Record<string, string>>
}): { slug: string; title: string; problems: number; minutes: number }[] {
  const { plan, today, titles } = options
  const open = itemsOf(plan).filter(({ date, item }) => date >= today && !isPractised(item))
  const byTopic = Map.groupBy(open, ({ item }) => item.topic)
  return [...byTopic].map(([slug, items]) => ({
    slug,
    title: titles[slug] ?? slug,
    problems: new Set(items.map(({ item }) => item.slug)).size,
    minutes: sumMinutes(items.map(({ item }) => item)),
  }))
}
