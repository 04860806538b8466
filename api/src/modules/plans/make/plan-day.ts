import { dayReason } from '../explain/themes.ts'
import type { PlanDay, PlanItem } from '../plans.schemas.ts'

/** A day of a plan, told by what it holds. */
export function dayOf(options: {
  titles: ReadonlyMap<string, { title: string }>
  date: string
  problems: PlanItem[]
  openers: Set<string>
}): PlanDay {
  const { titles, date, problems, openers } = options
  const byTopic = Map.groupBy(problems, ({ topic }) => topic)
  const [main] = [...byTopic].sort((a, b) => minutesOf(b[1]) - minutesOf(a[1]))
  const hardest = ['hard', 'medium', 'easy'] as const
  const fresh = problems.filter(({ kind }) => kind !== 'review')
  const difficulty = hardest.find((level) => fresh.some((item) => item.difficulty === level))
  return {
    date,
    topic: main?.[0] ?? '',
    difficulty: difficulty ?? problems[0]?.difficulty ?? 'medium',
    reason: dayReason({ needs: titles }, problems, openers),
    minutes: minutesOf(problems),
    problems,
  }
}

export function minutesOf(items: PlanItem[]): number {
  return items.reduce((total, { minutes }) => total + minutes, 0)
}
