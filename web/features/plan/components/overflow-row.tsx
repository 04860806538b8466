import type { PlanJson, Problem } from '@codify/api/contract'
import { DifficultyBadge } from '@/components/ui/difficulty-badge.tsx'
import { AddOverflow } from '@/features/plan-edits/components/add-overflow.tsx'
import { formatMinutes } from '@/lib/calendar-day.ts'
import { slugInWords } from '../words.ts'
import type { TopicTitles } from './plan-item-row.tsx'
import { ProblemLink } from './problem-link.tsx'

type OverflowRowProps = {
  entry: PlanJson['overflow'][number]
  /** Undefined until it has arrived, and for what has left the catalogue. */
  problem: Problem | undefined
  topicTitles: TopicTitles
  isFollowed: boolean
}

export function OverflowRow({ entry, problem, topicTitles, isFollowed }: OverflowRowProps) {
  const { slug, minutes, reason } = entry
  const title = problem?.title ?? slugInWords(slug)
  return (
    <li className="flex items-center gap-3 px-5 py-3 sm:px-6">
      <div className="flex min-w-0 flex-1 flex-col gap-0.5">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <ProblemLink slug={slug} title={title} className="text-sm leading-6" />
          {problem && <DifficultyBadge difficulty={problem.difficulty} />}
          <span className="text-sm text-subtle tabular-nums">
            {problem && `${topicTitles[problem.topic] ?? slugInWords(problem.topic)} · `}
            {formatMinutes(minutes)}
          </span>
        </div>
        <p className="text-sm text-subtle">{reason}</p>
      </div>
      {isFollowed && <AddOverflow slug={slug} title={title} />}
    </li>
  )
}
