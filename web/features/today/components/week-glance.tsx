import { Card, CardBody, CardTitle } from '@/components/ui/card.tsx'
import { solvedBefore } from '@/features/plan/components/plan-progress.tsx'
import { formatDay, formatMinutes } from '@/lib/calendar-day.ts'
import { cn } from '@/lib/cn.ts'
import type { WeekDay } from '../week.ts'

type WeekGlanceProps = {
  days: readonly WeekDay[]
  today: string
  /** Problems solved under the plans before. */
  solvedBefore: number
}

/** Seven small days: how much is planned, and how much of it is done. */
export function WeekGlance({ days, today, solvedBefore: before }: WeekGlanceProps) {
  const planned = days.reduce((sum, day) => sum + day.planned, 0)
  const done = days.reduce((sum, day) => sum + day.done, 0)
  const unrecorded = days.reduce((sum, day) => sum + day.unrecorded, 0)
  const most = Math.max(1, ...days.flatMap((day) => [day.planned, day.done]))
  return (
    <Card>
      <CardBody className="flex flex-col gap-4">
        <div className="flex items-baseline justify-between gap-3">
          <CardTitle>This week</CardTitle>
          <p className="text-sm text-subtle tabular-nums">
            {formatMinutes(done)} of {formatMinutes(planned)}
            {unrecorded > 0 && ` · ${unrecorded} not recorded`}
          </p>
        </div>
        <ol className="grid grid-cols-7 gap-1.5">
          {days.map((day) => (
            <li
              key={day.date}
              aria-current={day.date === today ? 'date' : undefined}
              className="flex flex-col items-center gap-1.5"
            >
              <span className="sr-only">{spoken(day)}</span>
              <span
                aria-hidden
                className="relative flex h-16 w-full items-end overflow-hidden rounded-md bg-muted"
              >
                <span
                  className="w-full rounded-md bg-accent/25"
                  style={{ height: `${(day.planned / most) * 100}%` }}
                />
                <span
                  className="absolute inset-x-0 bottom-0 rounded-md bg-accent"
                  style={{ height: `${(day.done / most) * 100}%` }}
                />
              </span>
              <span
                aria-hidden
                className={cn(
                  'rounded-md px-1.5 py-0.5 text-xs',
                  day.date === today ? 'bg-accent font-medium text-accent-foreground' : 'text-subtle',
                )}
              >
                {formatDay(day.date, 'weekday')}
              </span>
              <span aria-hidden className="text-[0.6875rem] text-subtle tabular-nums">
                {day.planned > 0 ? day.planned : '–'}
              </span>
            </li>
          ))}
        </ol>
        {before > 0 && <p className="text-sm text-subtle tabular-nums">{solvedBefore(before)}</p>}
      </CardBody>
    </Card>
  )
}

function spoken({ date, planned, done, unrecorded }: WeekDay): string {
  const name = formatDay(date, 'long')
  if (planned === 0) return `${name}: nothing planned`
  const rest = unrecorded > 0 ? `, ${unrecorded} not recorded` : ''
  return `${name}: ${formatMinutes(done)} of ${formatMinutes(planned)} practised${rest}`
}
