'use client'

import type { PlanItem } from '@codify/api/contract'
import { Repeat2, SkipForward } from 'lucide-react'
import { DropdownMenuItem, DropdownMenuSeparator } from '@/components/ui/dropdown-menu.tsx'
import { undoChange } from '@/features/today/actions.ts'
import { changeItem } from '../actions.ts'
import { usePlanEdit } from '../use-plan-edit.ts'
import { useSkipTopic } from '../use-skip-topic.ts'
import { MoreMenu } from './more-menu.tsx'
import { SkipTopicItem } from './skip-topic-item.tsx'

type PlanItemMenuProps = { item: Pick<PlanItem, 'item_id' | 'title' | 'topic'>; topicTitle: string }

const words = { swap: 'swapped for another', skip: 'skipped' }

/** Menu of a plan item that is still to come. */
export function PlanItemMenu({ item: { item_id, title, topic }, topicTitle }: PlanItemMenuProps) {
  const { isBusy, edit, tell } = usePlanEdit()
  const topics = useSkipTopic()

  async function change(action: keyof typeof words) {
    const made = await edit(() => changeItem(item_id, action), `${title} was not changed`)
    if (made) tell({ title: `${title}: ${words[action]}` }, () => undoChange(made.revision))
  }

  return (
    <MoreMenu title={title} isBusy={isBusy || topics.isBusy}>
      <DropdownMenuItem onSelect={() => void change('swap')}>
        <Repeat2 aria-hidden />
        Another like this
      </DropdownMenuItem>
      <DropdownMenuItem onSelect={() => void change('skip')}>
        <SkipForward aria-hidden />
        Skip this problem
      </DropdownMenuItem>
      <DropdownMenuSeparator />
      <SkipTopicItem
        topicTitle={topicTitle}
        onSkip={() => void topics.skip({ slug: topic, title: topicTitle })}
      />
    </MoreMenu>
  )
}
