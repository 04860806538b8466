import type { Progress } from '@codify/api/contract'
import { Check } from 'lucide-react'
import { Card, CardBody } from '@/components/ui/card.tsx'
import { VisuallyHidden } from '@/components/ui/visually-hidden.tsx'
import { formatDay } from '@/lib/calendar-day.ts'
import { cn } from '@/lib/cn.ts'
import { lastSevenDays } from '../year.ts'

/** How often, without a streak that a day off would break. */
export function LastWeek({
  activity,
  active,
}: {
  activity: Progress['activity']
  active: Progress['active_days']
}) {
  return (
    <Card>
      <CardBody className="flex flex-col gap-5 sm:flex-row sm:items-center sm:justify-between">
        <div className="flex flex-col gap-1.5">
          <h2 className="font-semibold text-2xl tabular-nums tracking-tight">
            {active.count} of the last {active.of} days
          </h2>
          <p className="text-sm text-subtle leading-relaxed">
            {active.count === 0
              ? 'A first problem is enough to begin with.'
              : 'Days on which you practised. A day off breaks nothing.'}
          </p>
        </div>
        <ol aria-label="The last seven days" className="grid grid-cols-7 gap-2 sm:gap-3">
          {lastSevenDays(activity).map((day) => (
            <li key={day.date} className="flex flex-col items-center gap-1.5">
              <span
                aria-hidden
                className={cn(
                  'flex size-9 items-center justify-center rounded-full border',
                  day.active
                    ? 'border-accent bg-accent text-accent-foreground'
                    : 'border-input border-dashed text-transparent',
                )}
              >
                <Check className="size-4" strokeWidth={2.5} />
              </span>
              <span aria-hidden className="text-subtle text-xs">
                {formatDay(day.date, 'weekday')}
              </span>
              <VisuallyHidden>
                {formatDay(day.date, 'long')}: {day.active ? 'practised' : 'no practice'}
              </VisuallyHidden>
            </li>
          ))}
        </ol>
      </CardBody>
    </Card>
  )
}
