import { addDays, type PlanJsonView } from '@codify/api/contract'
import { isPractised } from '../plan/plan-items.ts'

export type WeekDay = { date: string; planned: number; done: number; unrecorded: number }

/**
 * The seven days of the plan's week that holds `today`, each with its minutes as planned and as recorded, and how often
 * none were recorded; undefined before and after the plan.
 */
export function weekOf({ plan, today }: { plan: PlanJsonView; today: string }): WeekDay[] | undefined {
  if (today < plan.start_date || today > plan.end_date) return undefined
  let start = plan.start_date
  while (addDays(start, 7) <= today) start = addDays(start, 7)
  const days = new Map(plan.weeks.flatMap((week) => week.days.map((day) => [day.date, day] as const)))
  return Array.from({ length: 7 }, (_, index) => {
    const date = addDays(start, index)
    const day = days.get(date)
    const practised = day?.problems.filter(isPractised) ?? []
    return {
      date,
      planned: day?.minutes ?? 0,
      done: practised.reduce((sum, { actual_minutes: minutes }) => sum + (minutes ?? 0), 0),
      unrecorded: practised.filter(({ actual_minutes: minutes }) => minutes === null).length,
    }
  }).filter(({ date }) => date <= plan.end_date)
}

/** The first day after `today` that the plan has something for. */
export function nextStudyDay(plan: PlanJsonView, today: string) {
  return plan.weeks.flatMap(({ days }) => days).find(({ date }) => date > today)
}
