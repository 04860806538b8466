import { addDays, type PlanJson } from '@codify/api/contract'

export type WeekDay = { date: string; planned: number; done: number }

/**
 * The seven days of the plan's week that holds `today`, with the minutes planned and done on each; undefined before
 * and after the plan.
 */
export function weekOf({
  plan,
  today,
  isDone,
}: {
  plan: PlanJson
  today: string
  isDone: (itemId: string) => boolean
}): WeekDay[] | undefined {
  if (today < plan.start_date || today > plan.end_date) return undefined
  let start = plan.start_date
  while (addDays(start, 7) <= today) start = addDays(start, 7)
  const days = new Map(plan.weeks.flatMap((week) => week.days.map((day) => [day.date, day] as const)))
  return Array.from({ length: 7 }, (_, index) => {
    const date = addDays(start, index)
    const day = days.get(date)
    const done = day?.problems.filter(({ item_id }) => isDone(item_id)) ?? []
    return {
      date,
      planned: day?.minutes ?? 0,
      done: done.reduce((sum, { minutes }) => sum + minutes, 0),
    }
  }).filter(({ date }) => date <= plan.end_date)
}

/** The first day after `today` that the plan has something for. */
export function nextStudyDay(plan: PlanJson, today: string) {
  return plan.weeks.flatMap(({ days }) => days).find(({ date }) => date > today)
}
