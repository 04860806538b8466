import { Card } from '@/components/ui/card.tsx'
import type { DatedItem, Outcomes } from '../item-status.ts'
import { DayItemCard } from './day-item-card.tsx'
import type { TopicTitles } from './plan-item-row.tsx'

type DayItemsProps = {
  items: readonly DatedItem[]
  topicTitles: TopicTitles
  outcomes: Outcomes
  today: string
}

/** Items that can be marked; those of another day say which. */
export function DayItems({ items, topicTitles, outcomes, today }: DayItemsProps) {
  return (
    <Card className="overflow-clip">
      <ul className="divide-y divide-border">
        {items.map(({ date, item }) => (
          <DayItemCard
            key={item.item_id}
            item={item}
            topicTitles={topicTitles}
            outcome={outcomes[item.item_id]}
            {...(date === today ? {} : { date })}
          />
        ))}
      </ul>
    </Card>
  )
}
