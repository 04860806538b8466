import { Progress } from '@/components/ui/progress.tsx'
import type { PlanProgress as Counts } from '../item-status.ts'

/** How much of a plan is done. */
export function PlanProgress({ planned, practised, solved }: Counts) {
  const text = `${practised} of ${planned} practised`
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-baseline justify-between gap-3 text-sm">
        <span className="font-medium tabular-nums">{text}</span>
        <span className="text-subtle tabular-nums">{solved} solved</span>
      </div>
      <Progress value={practised} max={planned} ariaLabel="Progress of the plan" valueText={text} />
    </div>
  )
}
