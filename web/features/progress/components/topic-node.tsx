'use client'

import { Handle, type Node, type NodeProps, Position } from '@xyflow/react'
import { Popover } from '@/components/ui/popover.tsx'
import { cn } from '@/lib/cn.ts'
import type { PlacedTopic } from '../topic-map.ts'
import { MasteryMark } from './mastery-mark.tsx'
import { TopicDetails } from './topic-details.tsx'

export type TopicNodeType = Node<
  { topic: PlacedTopic; titles: Readonly<Record<string, string>>; isCurrent: boolean },
  'topic'
>

const edges = {
  solid: 'border-success',
  learning: 'border-accent',
  shaky: 'border-warning',
  new: 'border-input border-dashed',
}

export function topicButtonId(slug: string): string {
  return `topic-${slug}`
}

/** The topic whose button an event came from. */
export function slugOf(target: EventTarget): string | undefined {
  return target instanceof HTMLElement ? target.dataset.topic : undefined
}

/** One topic on the map; it opens what is known of it. */
export function TopicNode({ data: { topic, titles, isCurrent } }: NodeProps<TopicNodeType>) {
  const { slug, title, level, solved, problems } = topic
  return (
    <>
      <Handle type="target" position={Position.Top} isConnectable={false} className="opacity-0" />
      <Popover
        ariaLabel={title}
        align="center"
        trigger={
          <button
            type="button"
            id={topicButtonId(slug)}
            data-topic={slug}
            tabIndex={isCurrent ? 0 : -1}
            className={cn(
              'nopan flex h-full w-full flex-col justify-center gap-1 rounded-lg border-[1.5px] bg-surface px-3 text-left shadow-card transition-colors hover:bg-muted',
              edges[level],
            )}
          >
            <span className="line-clamp-2 font-medium text-[0.8125rem] leading-tight">{title}</span>
            <span className="flex items-center justify-between gap-2">
              <MasteryMark level={level} />
              <span className="text-subtle text-xs tabular-nums">
                {solved} of {problems}
              </span>
            </span>
          </button>
        }
      >
        <TopicDetails topic={topic} titles={titles} />
      </Popover>
      <Handle type="source" position={Position.Bottom} isConnectable={false} className="opacity-0" />
    </>
  )
}
