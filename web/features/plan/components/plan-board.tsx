import type { PlanJsonView, PlanWeekView } from '@codify/api/contract'
import type { ReactNode } from 'react'
import { OverflowList } from './overflow-list.tsx'
import type { TopicTitles } from './plan-item-row.tsx'
import { PlanWeekCard } from './plan-week-card.tsx'

type PlanBoardProps = {
  plan: PlanJsonView
  topicTitles: TopicTitles
  /** False in proposals. */
  showsStatus: boolean
  /** Problems that can be practised in the page; none where the plan is not being followed. */
  exercises?: ReadonlySet<string>
  /** Null where the plan is not being followed. */
  today: string | null
  /** What stands between the weeks and what did not fit. */
  topics?: ReactNode
  /** What stands by the list of what did not fit. */
  children?: ReactNode
}

const none: ReadonlySet<string> = new Set()

/** The weeks of a plan, and below them what did not fit. The week that is under way begins unfolded. */
export function PlanBoard({
  plan,
  topicTitles,
  showsStatus,
  exercises = none,
  today,
  topics,
  children,
}: PlanBoardProps) {
  const isLeft = ({ days }: PlanWeekView) => days.some(({ date }) => today === null || date >= today)
  const underWay = plan.weeks.find(isLeft)?.index
  return (
    <div className="flex flex-col gap-4">
      {plan.weeks.map((week) => (
        <PlanWeekCard
          key={week.index}
          week={week}
          topicTitles={topicTitles}
          showsStatus={showsStatus}
          exercises={exercises}
          today={today}
          isOpen={week.index === underWay}
        />
      ))}
      {topics}
      <OverflowList overflow={plan.overflow} topicTitles={topicTitles} isFollowed={today !== null}>
        {children}
      </OverflowList>
    </div>
  )
}
