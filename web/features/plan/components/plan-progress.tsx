import type { PlanProgress as Counts } from '@codify/api/contract'
import Link from 'next/link'
import { Progress } from '@/components/ui/progress.tsx'
import { routes } from '@/lib/routes.ts'

/** How much of a plan is done, and what was not reached once it ended. */
export function PlanProgress({ progress }: { progress: Counts }) {
  const { planned, practised, solved, solved_before: before } = progress
  const notReached = progress.not_reached.length
  const text = `${practised} of ${planned} practised${notReached > 0 ? `, ${notReached} not reached` : ''}`
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-1 text-sm">
        <span className="font-medium tabular-nums">{text}</span>
        <span className="text-subtle tabular-nums">
          {solved} solved
          {before > 0 && (
            <>
              {' · '}
              <Link href={routes.plans} className="underline underline-offset-2 hover:text-foreground">
                {solvedBefore(before)}
              </Link>
            </>
          )}
        </span>
      </div>
      <Progress value={practised} max={planned} ariaLabel="Progress of the plan" valueText={text} />
    </div>
  )
}

export function solvedBefore(count: number): string {
  return `${count} solved before this plan`
}
