import { type Activity, addDays, weekdayOf } from '@codify/api/contract'
import { formatMonth } from '../../lib/calendar-day.ts'

/** Minutes up to which a day has each size; what is more has the largest. */
export const sizeLimits = [20, 45, 90] as const

export type YearCell = { date: string; minutes: number; attempts: number; size: 0 | 1 | 2 | 3 | 4 }

/** The year in weeks from Monday to Sunday, oldest first; null for what lies outside of it. */
export function weeksOfYear({ from, to, days }: Activity): (YearCell | null)[][] {
  const byDate = new Map(days.map((day) => [day.date, day]))
  const weeks: (YearCell | null)[][] = []
  for (let monday = mondayOf(from); monday <= to; monday = addDays(monday, 7)) {
    weeks.push(
      Array.from({ length: 7 }, (_, at) => {
        const date = addDays(monday, at)
        if (date < from || date > to) return null
        const { minutes, attempts } = byDate.get(date) ?? { minutes: 0, attempts: 0 }
        return { date, minutes, attempts, size: attempts === 0 ? 0 : sizeOf(minutes) }
      }),
    )
  }
  return weeks
}

function sizeOf(minutes: number): 1 | 2 | 3 | 4 {
  const [small, middle, large] = sizeLimits
  if (minutes <= small) return 1
  if (minutes <= middle) return 2
  return minutes <= large ? 3 : 4
}

export type YearMonth = { month: string; title: string; days: number; attempts: number; minutes: number }

/** The months with practice, newest first. */
export function monthsOf({ days }: Activity): YearMonth[] {
  const byMonth = Map.groupBy(days, ({ date }) => date.slice(0, 7))
  return [...byMonth]
    .map(([month, all]) => ({
      month,
      title: formatMonth(`${month}-01`),
      days: all.length,
      attempts: all.reduce((sum, { attempts }) => sum + attempts, 0),
      minutes: all.reduce((sum, { minutes }) => sum + minutes, 0),
    }))
    .reverse()
}

/** The seven days that end today, and whether each had practice. */
export function lastSevenDays({ to, days }: Activity): { date: string; active: boolean }[] {
  const active = new Set(days.map(({ date }) => date))
  return Array.from({ length: 7 }, (_, at) => {
    const date = addDays(to, at - 6)
    return { date, active: active.has(date) }
  })
}

function mondayOf(date: string): string {
  return addDays(date, 1 - weekdayOf(date))
}
