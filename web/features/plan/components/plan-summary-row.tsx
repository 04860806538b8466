import type { PlanSummary } from '@codify/api/contract'
import Link from 'next/link'
import { Badge } from '@/components/ui/badge.tsx'
import { formatDayRange, formatMoment } from '@/lib/calendar-day.ts'
import { count } from '@/lib/count.ts'
import { routes } from '@/lib/routes.ts'
import { sourceWords, standingOf } from '../words.ts'

/** A plan in the history; the current one leads to its own page. */
export function PlanSummaryRow({ plan, timeZone }: { plan: PlanSummary; timeZone: string }) {
  const { label, tone } = standingOf(plan)
  return (
    <li className="relative grid gap-x-6 gap-y-1.5 px-5 py-4 transition-colors hover:bg-muted/50 sm:grid-cols-[1fr_auto] sm:px-6">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Link
          href={plan.status === 'current' ? routes.plan : routes.planById(plan.id)}
          className="font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent focus-visible:after:outline-offset-[-2px]"
        >
          {formatDayRange(plan.start_date, plan.end_date)}
        </Link>
        <Badge tone={tone}>{label}</Badge>
      </div>
      <p className="text-sm text-subtle tabular-nums sm:text-right">
        Score <span className="font-medium text-foreground">{Math.round(plan.score)}</span>
      </p>
      <p className="text-sm text-subtle tabular-nums sm:col-span-2">
        {[
          `Made on ${formatMoment(plan.generated_at, timeZone)}`,
          count(plan.weeks, 'week'),
          count(plan.problems, 'problem'),
          sourceWords[plan.source],
        ].join(' · ')}
      </p>
    </li>
  )
}
