'use client'

import { BookX } from 'lucide-react'
import { DropdownMenuItem } from '@/components/ui/dropdown-menu.tsx'

type SkipTopicItemProps = { topicTitle: string; onSkip: () => void }

export function SkipTopicItem({ topicTitle, onSkip }: SkipTopicItemProps) {
  return (
    <DropdownMenuItem onSelect={onSkip}>
      <BookX aria-hidden />
      Skip the topic {topicTitle}
    </DropdownMenuItem>
  )
}
