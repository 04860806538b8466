import type { PlanDay } from '@codify/api/contract'
import { formatDay, formatMinutes } from '@/lib/calendar-day.ts'
import { slugInWords } from '../words.ts'
import type { TopicTitles } from './plan-item-row.tsx'

/** Days that come all at once still come in one after the other. */
const stepMilliseconds = 40

type ArrivingDaysProps = { days: readonly { week: number; day: PlanDay }[]; topicTitles: TopicTitles }

/** The days of a plan as they come in, week by week. */
export function ArrivingDays({ days, topicTitles }: ArrivingDaysProps) {
  const weeks = [...Map.groupBy(days, ({ week }) => week)].sort(([a], [b]) => a - b)
  if (weeks.length === 0) return null
  return (
    <div className="flex flex-col gap-6">
      {weeks.map(([week, entries]) => (
        <section key={week} aria-labelledby={`arriving-${week}`} className="flex flex-col gap-3">
          <h2 id={`arriving-${week}`} className="font-medium text-sm text-subtle">
            Week {week}
          </h2>
          <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
            {entries.map(({ day }, index) => (
              <li
                key={day.date}
                style={{ animationDelay: `${index * stepMilliseconds}ms` }}
                className="flex animate-enter flex-col [animation-fill-mode:backwards] gap-2 rounded-xl border border-border bg-surface p-4 text-sm"
              >
                <p className="flex items-baseline justify-between gap-2">
                  <span className="font-medium">{formatDay(day.date)}</span>
                  <span className="text-subtle tabular-nums">{formatMinutes(day.minutes)}</span>
                </p>
                <p className="text-subtle">{topicTitles[day.topic] ?? slugInWords(day.topic)}</p>
                <ul className="flex flex-col gap-1">
                  {day.problems.map(({ item_id, title }) => (
                    <li key={item_id} className="leading-snug">
                      {title}
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
