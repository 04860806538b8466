'use client'

import { useSkipTopic } from '../use-skip-topic.ts'
import { MoreMenu } from './more-menu.tsx'
import { SkipTopicItem } from './skip-topic-item.tsx'

type ItemTopicMenuProps = { title: string; topic: { slug: string; title: string } }

/** For an item of today: its topic can leave the plan. */
export function ItemTopicMenu({ title, topic }: ItemTopicMenuProps) {
  const { isBusy, skip } = useSkipTopic()
  return (
    <MoreMenu title={title} isBusy={isBusy}>
      <SkipTopicItem topicTitle={topic.title} onSkip={() => void skip(topic)} />
    </MoreMenu>
  )
}
