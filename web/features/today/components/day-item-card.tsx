'use client'

import type { CompleteAttempt, ItemAction, TodayItem } from '@codify/api/contract'
import { CloudOff, Play } from 'lucide-react'
import type { Ref } from 'react'
import { Badge } from '@/components/ui/badge.tsx'
import { Button } from '@/components/ui/button.tsx'
import { DifficultyBadge } from '@/components/ui/difficulty-badge.tsx'
import { ToggleGroup } from '@/components/ui/toggle-group.tsx'
import { StopwatchControls } from '@/features/attempts/components/stopwatch-controls.tsx'
import { useStopwatch } from '@/features/attempts/components/use-stopwatch.ts'
import { ItemMinutes } from '@/features/plan/components/item-minutes.tsx'
import { KindBadge } from '@/features/plan/components/kind-badge.tsx'
import { OpenProblem } from '@/features/plan/components/open-problem.tsx'
import { PractiseHere } from '@/features/plan/components/practise-here.tsx'
import { ProblemLink } from '@/features/plan/components/problem-link.tsx'
import { Reason } from '@/features/plan/components/reason.tsx'
import { slugInWords } from '@/features/plan/words.ts'
import { ItemTopicMenu } from '@/features/plan-edits/components/item-topic-menu.tsx'
import type { MarkedOutcome } from '../waiting-marks.ts'
import { actionWords, markWords } from '../words.ts'
import { FeelPopover } from './feel-popover.tsx'

const marks = ['solved', 'tried', 'stuck'] as const
const actions = ['skip', 'swap', 'later'] as const

type DayItemCardProps = {
  ref: Ref<HTMLLIElement>
  item: TodayItem
  topicTitle: string | undefined
  isBusy: boolean
  isWaiting: boolean
  learnerId: string
  onMark: (outcome: MarkedOutcome) => void
  onAct: (action: ItemAction) => void
  onFeel: (rest: CompleteAttempt) => Promise<boolean>
}

/** An item to practise: marked in one tap, put aside in one tap; the same tap again takes a mark back. */
export function DayItemCard(props: DayItemCardProps) {
  const { ref, item, topicTitle, isBusy, isWaiting, learnerId, onMark, onAct, onFeel } = props
  const watch = useStopwatch(learnerId, item.slug)
  const topic = { slug: item.topic, title: topicTitle ?? slugInWords(item.topic) }
  const marked = marks.find((outcome) => outcome === item.status)
  return (
    <li
      ref={ref}
      tabIndex={-1}
      aria-label={item.title}
      className="flex scroll-mt-20 flex-col gap-3 px-5 py-5 focus:outline-none focus-visible:outline-none focus:shadow-[inset_3px_0_0_var(--accent)] sm:px-6"
    >
      <div className="flex flex-col gap-1.5">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <h3 className="leading-6">
            <ProblemLink slug={item.slug} title={item.title} {...(marked && { className: 'text-subtle' })} />
          </h3>
          <DifficultyBadge difficulty={item.difficulty} />
          <KindBadge kind={item.kind} />
          {item.due === 'earlier' && <Badge title="Planned for a day that has passed">From earlier</Badge>}
          {item.status === 'skipped' && <Badge>Skipped</Badge>}
          <span className="text-sm text-subtle tabular-nums">
            {topic.title} · <ItemMinutes item={item} />
          </span>
        </div>
        <Reason title={item.title} reason={item.reason} evidence={item.evidence} />
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <ToggleGroup
          type="single"
          size="sm"
          ariaLabel={`How did ${item.title} go?`}
          options={marks.map((value) => ({ value, label: markWords[value] }))}
          value={marked}
          onValueChange={(choice) => {
            // Pressing the chosen one clears the group: that is a mark given again.
            const outcome = choice ?? marked
            if (outcome) onMark(outcome)
          }}
          className="gap-1.5"
        />
        {marked && item.attempt_id && !isWaiting && (
          <FeelPopover key={item.attempt_id} item={item} isSaving={isBusy} onSave={onFeel} />
        )}
        {isWaiting && (
          <span role="status" className="inline-flex items-center gap-1.5 text-subtle text-xs">
            <CloudOff aria-hidden className="size-3.5" />
            Kept here, waiting to be sent
          </span>
        )}
        <span className="flex flex-wrap items-center gap-x-3 gap-y-2 sm:ml-auto">
          {item.has_exercise && <PractiseHere item={item} from="today" />}
          <OpenProblem slug={item.slug} title={item.title} />
        </span>
        {!marked && (
          <div className="-ml-2 flex basis-full flex-wrap gap-0.5">
            {actions.map((action) => (
              <Button
                key={action}
                variant="ghost"
                size="sm"
                disabled={isBusy}
                onClick={() => onAct(action)}
                className="px-2 text-subtle text-xs"
              >
                {actionWords[action].label}
                <span className="sr-only"> {item.title}</span>
              </Button>
            ))}
            {!watch.stopwatch && (
              <Button variant="ghost" size="sm" onClick={watch.start} className="px-2 text-subtle text-xs">
                <Play aria-hidden className="max-sm:hidden" />
                Start timer
                <span className="sr-only"> for {item.title}</span>
              </Button>
            )}
            <ItemTopicMenu title={item.title} topic={topic} />
          </div>
        )}
      </div>
      {watch.stopwatch && !marked && <StopwatchControls watch={watch} />}
    </li>
  )
}
