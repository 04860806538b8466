import { CalendarRange } from 'lucide-react'
import Link from 'next/link'
import { Badge } from '@/components/ui/badge.tsx'
import { formatDay } from '@/lib/calendar-day.ts'
import { routes } from '@/lib/routes.ts'
import type { PlanPlaces } from '../plan-places.ts'

const kinds = {
  new: { label: 'New', tone: 'accent' },
  review: { label: 'Review', tone: 'neutral' },
  probe: { label: 'Quick check', tone: 'warning' },
} as const

/** Where the problem stands in one's plan; nothing when it does not. */
export function PlanPlacesCard({ plan }: { plan: PlanPlaces | null }) {
  if (!plan || (plan.places.length === 0 && plan.overflow === undefined)) return null
  return (
    <section aria-labelledby="in-plan" className="rounded-xl border border-border bg-surface p-5 shadow-card">
      <div className="flex items-center justify-between gap-3">
        <h2 id="in-plan" className="flex items-center gap-2 font-semibold text-base tracking-tight">
          <CalendarRange aria-hidden className="size-4 text-accent" />
          In your plan
        </h2>
        <Link href={routes.plan} className="font-medium text-accent text-sm hover:text-accent-hover">
          See the plan
        </Link>
      </div>
      <ol className="mt-1 divide-y divide-border">
        {plan.places.map(({ item_id, date, kind, minutes, reason }) => (
          <li key={item_id} className="flex flex-col gap-1 py-3 text-sm last:pb-0">
            <span className="flex flex-wrap items-center gap-2">
              <time dateTime={date} className="font-medium tabular-nums">
                {formatDay(date)}
              </time>
              <Badge tone={kinds[kind].tone}>{kinds[kind].label}</Badge>
              <span className="text-subtle tabular-nums">{minutes} min</span>
            </span>
            <span className="text-subtle leading-relaxed">{reason}</span>
          </li>
        ))}
      </ol>
      {plan.overflow !== undefined && plan.places.length === 0 && (
        <p className="mt-2 text-sm text-subtle leading-relaxed">It did not fit: {plan.overflow}</p>
      )}
    </section>
  )
}
