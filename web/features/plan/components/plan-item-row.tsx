import type { PlanItemView } from '@codify/api/contract'
import { DifficultyBadge } from '@/components/ui/difficulty-badge.tsx'
import { ratingLabels } from '@/features/attempts/labels.ts'
import { PlanItemMenu } from '@/features/plan-edits/components/plan-item-menu.tsx'
import { isPractised } from '../plan-items.ts'
import { slugInWords } from '../words.ts'
import { ItemMinutes } from './item-minutes.tsx'
import { KindBadge } from './kind-badge.tsx'
import { OpenProblem } from './open-problem.tsx'
import { OutcomeMark } from './outcome-mark.tsx'
import { PractiseHere } from './practise-here.tsx'
import { ProblemLink } from './problem-link.tsx'
import { Reason } from './reason.tsx'

export type TopicTitles = Readonly<Record<string, string>>

type PlanItemRowProps = {
  item: PlanItemView
  topicTitles: TopicTitles
  showsStatus: boolean
  /** Whether it can be practised in the page. */
  hasExercise: boolean
  /** Whether the plan is being followed, so that what is to come can be changed. */
  isFollowed: boolean
}

/** One problem of a day: what it is, how it went, and why it is there. */
export function PlanItemRow({ item, topicTitles, showsStatus, hasExercise, isFollowed }: PlanItemRowProps) {
  const topicTitle = topicTitles[item.topic] ?? slugInWords(item.topic)
  return (
    <li className="flex gap-3">
      {showsStatus && <OutcomeMark status={item.status} className="mt-0.5" />}
      <div className="flex min-w-0 flex-1 flex-col gap-1.5">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <ProblemLink slug={item.slug} title={item.title} className="leading-6" />
          <DifficultyBadge difficulty={item.difficulty} />
          <KindBadge kind={item.kind} />
          <span className="text-sm text-subtle tabular-nums">
            {topicTitle} · <ItemMinutes item={item} />
            {item.rating && ` · felt ${ratingLabels[item.rating].toLowerCase()}`}
          </span>
          <span className="inline-flex items-center gap-1">
            {hasExercise && <PractiseHere item={item} from="plan" isSmall />}
            <OpenProblem slug={item.slug} title={item.title} isSmall />
            {isFollowed && !isPractised(item) && <PlanItemMenu item={item} topicTitle={topicTitle} />}
          </span>
        </div>
        <Reason title={item.title} reason={item.reason} evidence={item.evidence} />
      </div>
    </li>
  )
}
