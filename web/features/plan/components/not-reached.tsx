import type { PlanProgress } from '@codify/api/contract'
import { ChevronDown } from 'lucide-react'
import { Card } from '@/components/ui/card.tsx'
import { formatMinutes } from '@/lib/calendar-day.ts'
import { KindBadge } from './kind-badge.tsx'
import { ProblemLink } from './problem-link.tsx'

/** The items that a plan ended without; nothing before its last day. */
export function NotReached({ items }: { items: PlanProgress['not_reached'] }) {
  if (items.length === 0) return null
  return (
    <Card className="overflow-clip">
      <details className="group/missed">
        <summary className="flex cursor-pointer list-none items-center justify-between gap-3 px-5 py-4 hover:bg-muted/50 focus-visible:outline-offset-[-3px] sm:px-6 [&::-webkit-details-marker]:hidden">
          <h2 className="font-semibold leading-snug tracking-tight">Not reached: {items.length}</h2>
          <ChevronDown
            aria-hidden
            className="size-4 shrink-0 text-subtle transition-transform group-open/missed:rotate-180"
          />
        </summary>
        <ul aria-label="Not reached" className="divide-y divide-border border-border border-t">
          {items.map((item) => (
            <li
              key={item.item_id}
              className="flex flex-wrap items-center gap-x-2 gap-y-1 px-5 py-3 text-sm sm:px-6"
            >
              <ProblemLink slug={item.slug} title={item.title} />
              <KindBadge kind={item.kind} />
              <span className="text-subtle tabular-nums">{formatMinutes(item.minutes)} planned</span>
            </li>
          ))}
        </ul>
      </details>
    </Card>
  )
}
