import type { PlanDayView } from '@codify/api/contract'
import { Badge } from '@/components/ui/badge.tsx'
import { formatDay, formatMinutes } from '@/lib/calendar-day.ts'
import { cn } from '@/lib/cn.ts'
import { PlanItemRow, type TopicTitles } from './plan-item-row.tsx'

type PlanDayRowProps = {
  day: PlanDayView
  topicTitles: TopicTitles
  showsStatus: boolean
  /** Problems that can be practised in the page. */
  exercises: ReadonlySet<string>
  /** The learner's today, or null where the plan is not being followed. */
  today: string | null
}

/** A day of the board: the date at the left, its problems beside it. */
export function PlanDayRow({ day, topicTitles, showsStatus, exercises, today }: PlanDayRowProps) {
  const isToday = day.date === today
  const isPast = today !== null && day.date < today
  return (
    <li
      id={`day-${day.date}`}
      aria-current={isToday ? 'date' : undefined}
      className={cn(
        'grid gap-3 px-5 py-5 sm:grid-cols-[8.5rem_1fr] sm:gap-6 sm:px-6',
        isToday && 'bg-accent-soft/40 shadow-[inset_3px_0_0_var(--accent)]',
      )}
    >
      <div className="flex items-baseline justify-between gap-x-3 sm:flex-col sm:justify-start sm:gap-y-1">
        <h3 className={cn('flex items-center gap-2 font-medium text-sm', isPast && 'text-subtle')}>
          {formatDay(day.date)}
          {isToday && <Badge tone="accent">Today</Badge>}
        </h3>
        <p className="text-sm text-subtle tabular-nums">{formatMinutes(day.minutes)}</p>
      </div>
      <ul className="flex min-w-0 flex-col gap-5">
        {day.problems.map((item) => (
          <PlanItemRow
            key={item.item_id}
            item={item}
            topicTitles={topicTitles}
            showsStatus={showsStatus}
            hasExercise={exercises.has(item.slug)}
            isFollowed={today !== null && !isPast}
          />
        ))}
      </ul>
    </li>
  )
}
