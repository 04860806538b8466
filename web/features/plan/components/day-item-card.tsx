'use client'

import type { Outcome, PlanItem } from '@codify/api/contract'
import { DifficultyBadge } from '@/components/ui/difficulty-badge.tsx'
import { ToggleGroup } from '@/components/ui/toggle-group.tsx'
import { formatDay, formatMinutes } from '@/lib/calendar-day.ts'
import { isPractised } from '../item-status.ts'
import { useMark } from '../use-mark.ts'
import { slugInWords } from '../words.ts'
import { FeelPopover } from './feel-popover.tsx'
import { KindBadge } from './kind-badge.tsx'
import { OpenProblem } from './open-problem.tsx'
import type { TopicTitles } from './plan-item-row.tsx'
import { ProblemLink } from './problem-link.tsx'
import { Reason } from './reason.tsx'

const outcomeOptions = [
  { value: 'solved', label: 'Solved' },
  { value: 'tried', label: 'Tried' },
  { value: 'stuck', label: 'Stuck' },
  { value: 'skipped', label: 'Skip' },
] as const

type DayItemCardProps = {
  item: PlanItem
  topicTitles: TopicTitles
  outcome: Outcome | undefined
  /** Its day, where it is not today's. */
  date?: string
}

/** An item to practise, marked in one tap; another tap on another mark corrects it. */
export function DayItemCard({ item, topicTitles, outcome, date }: DayItemCardProps) {
  const { marked, mark, isSending } = useMark({ item, outcome })
  const isDone = marked !== undefined && isPractised(marked)
  return (
    <li className="flex flex-col gap-3 px-5 py-5 sm:px-6">
      <div className="flex flex-col gap-1.5">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <h3 className="leading-6">
            <ProblemLink slug={item.slug} title={item.title} {...(isDone && { className: 'text-subtle' })} />
          </h3>
          <DifficultyBadge difficulty={item.difficulty} />
          <KindBadge kind={item.kind} />
          <span className="text-sm text-subtle tabular-nums">
            {[
              topicTitles[item.topic] ?? slugInWords(item.topic),
              formatMinutes(item.minutes),
              date ? `planned for ${formatDay(date)}` : '',
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </div>
        <Reason title={item.title} reason={item.reason} evidence={item.evidence} />
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <ToggleGroup
          type="single"
          size="sm"
          ariaLabel={`How did ${item.title} go?`}
          options={outcomeOptions}
          value={marked}
          onValueChange={(choice) => choice && mark({ outcome: choice })}
          className="gap-1.5"
        />
        {isDone && (
          <FeelPopover
            key={marked}
            title={item.title}
            plannedMinutes={item.minutes}
            isSaving={isSending}
            onSave={(feel) => mark({ outcome: marked, ...feel })}
          />
        )}
        <span className="sm:ml-auto">
          <OpenProblem slug={item.slug} title={item.title} />
        </span>
      </div>
    </li>
  )
}
