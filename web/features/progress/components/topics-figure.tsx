'use client'

import dynamic from 'next/dynamic'
import { Skeleton } from '@/components/ui/skeleton.tsx'
import { nodeSize, type PlacedTopic } from '../topic-map.ts'
import { useIsRoomy } from '../use-is-roomy.ts'
import { mapInWords } from '../words.ts'
import { Figure } from './figure.tsx'
import { TopicList } from './topic-list.tsx'

const TopicMap = dynamic(() => import('./topic-map.tsx').then((module) => module.TopicMap), {
  ssr: false,
  loading: () => <Skeleton className="h-full" />,
})

/** Around the map, in pixels. */
const margin = 40

/** Topics with their prerequisites and levels: a map where there is room for it, a list on a phone. */
export function TopicsFigure({ topics }: { topics: readonly PlacedTopic[] }) {
  const isRoomy = useIsRoomy()
  const width = Math.max(...topics.map(({ x }) => x)) + nodeSize.width + margin
  const height = Math.max(...topics.map(({ y }) => y)) + nodeSize.height + margin
  const common = { id: 'topics', title: 'Topics and what they build on', says: mapInWords(topics) }
  return (
    <>
      <div className="hidden md:block">
        <Figure
          {...common}
          instead={{ label: 'The topics as a list', content: <TopicList topics={topics} /> }}
        >
          <div
            className="rounded-lg border border-border bg-background"
            style={{ aspectRatio: `${width} / ${height}` }}
          >
            {isRoomy && <TopicMap topics={topics} />}
          </div>
        </Figure>
      </div>
      <div className="md:hidden">
        <Figure {...common} id="topics-in-a-list">
          <TopicList topics={topics} />
        </Figure>
      </div>
    </>
  )
}
