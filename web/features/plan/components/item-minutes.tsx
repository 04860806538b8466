import type { PlanItemView } from '@codify/api/contract'
import { formatMinutes } from '@/lib/calendar-day.ts'
import { isPractised } from '../plan-items.ts'

/** "15 min planned · 25 min", and where nobody said how long it took: "15 min planned · minutes not recorded". */
export function ItemMinutes({ item }: { item: Pick<PlanItemView, 'minutes' | 'status' | 'actual_minutes'> }) {
  const { minutes, actual_minutes: actual } = item
  const planned = `${formatMinutes(minutes)} planned`
  if (!isPractised(item)) return planned
  return `${planned} · ${actual === null ? 'minutes not recorded' : formatMinutes(actual)}`
}
