import type { PlanWeekView } from '@codify/api/contract'
import { ChevronDown } from 'lucide-react'
import { Card } from '@/components/ui/card.tsx'
import { formatMinutes } from '@/lib/calendar-day.ts'
import { countProblems } from '@/lib/count.ts'
import { isPractised } from '../plan-items.ts'
import { PlanDayRow } from './plan-day-row.tsx'
import type { TopicTitles } from './plan-item-row.tsx'

type PlanWeekCardProps = {
  week: PlanWeekView
  topicTitles: TopicTitles
  showsStatus: boolean
  exercises: ReadonlySet<string>
  today: string | null
  isOpen: boolean
}

/** A week that can be folded. */
export function PlanWeekCard({
  week,
  topicTitles,
  showsStatus,
  exercises,
  today,
  isOpen,
}: PlanWeekCardProps) {
  const items = week.days.flatMap(({ problems }) => problems)
  const practised = items.filter(isPractised).length
  return (
    <Card id={`week-${week.index}`} className="scroll-mt-20 overflow-clip">
      <details open={isOpen} className="group/week">
        <summary className="grid cursor-pointer list-none grid-cols-[1fr_auto] gap-x-3 gap-y-1 px-5 py-4 hover:bg-muted/50 focus-visible:outline-offset-[-3px] sm:px-6 [&::-webkit-details-marker]:hidden">
          <h2 className="font-semibold leading-snug tracking-tight">
            Week {week.index}
            {week.theme && <span className="font-normal text-subtle"> · {week.theme}</span>}
          </h2>
          <span className="col-start-1 text-sm text-subtle tabular-nums">
            {[
              formatMinutes(week.minutes),
              countProblems(items),
              showsStatus && practised > 0 ? `${practised} practised` : '',
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
          <ChevronDown
            aria-hidden
            className="col-start-2 row-start-1 mt-1 size-4 shrink-0 text-subtle transition-transform group-open/week:rotate-180"
          />
        </summary>
        <ol className="divide-y divide-border border-border border-t">
          {week.days.map((day) => (
            <PlanDayRow
              key={day.date}
              day={day}
              topicTitles={topicTitles}
              showsStatus={showsStatus}
              exercises={exercises}
              today={today}
            />
          ))}
        </ol>
      </details>
    </Card>
  )
}
