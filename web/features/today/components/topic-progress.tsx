'use client'

import type { Topic } from '@codify/api/contract'
import Link from 'next/link'
import { useId, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Card, CardBody, CardTitle } from '@/components/ui/card.tsx'
import { Progress } from '@/components/ui/progress.tsx'
import { routes } from '@/lib/routes.ts'
import type { Confidence } from '../topics.ts'

const shownFirst = 6

type TopicProgressProps = {
  /** What matters most comes first. */
  topics: readonly Pick<Topic, 'slug' | 'title' | 'problems' | 'solved'>[]
  confidence: Confidence
}

/** How much of each topic is solved, beside how sure one felt. */
export function TopicProgress({ topics, confidence }: TopicProgressProps) {
  const id = useId()
  const [showsAll, setShowsAll] = useState(false)
  const solved = topics.reduce((sum, topic) => sum + topic.solved, 0)
  const all = topics.reduce((sum, topic) => sum + topic.problems, 0)
  const shown = showsAll ? topics : topics.slice(0, shownFirst)
  return (
    <Card>
      <CardBody className="flex flex-col gap-4">
        <div className="flex flex-wrap items-baseline justify-between gap-x-3">
          <CardTitle>Progress by topic</CardTitle>
          <p className="text-sm text-subtle tabular-nums">
            {solved} of {all} solved
          </p>
        </div>
        <ul id={id} className="grid gap-x-10 gap-y-4 sm:grid-cols-2 lg:grid-cols-1">
          {shown.map((topic) => (
            <TopicRow key={topic.slug} topic={topic} sure={confidence[topic.slug]} />
          ))}
        </ul>
        {topics.length > shownFirst && (
          <Button
            variant="ghost"
            size="sm"
            aria-expanded={showsAll}
            aria-controls={id}
            onClick={() => setShowsAll(!showsAll)}
            className="-mb-2 -ml-3 self-start text-accent"
          >
            {showsAll ? 'Show fewer' : `Show all ${topics.length}`}
          </Button>
        )}
      </CardBody>
    </Card>
  )
}

type TopicRowProps = { topic: TopicProgressProps['topics'][number]; sure: number | undefined }

function TopicRow({ topic, sure }: TopicRowProps) {
  const text = `${topic.solved} of ${topic.problems} solved`
  return (
    <li className="flex flex-col gap-1.5">
      <Link
        href={routes.problemsOfTopic(topic.slug)}
        prefetch={false}
        className="self-start text-sm underline decoration-border underline-offset-4 transition-colors hover:text-accent hover:decoration-current focus-visible:decoration-current"
      >
        {topic.title}
      </Link>
      <Progress
        value={topic.solved}
        max={topic.problems}
        ariaLabel={topic.title}
        valueText={text}
        tone="success"
      />
      <p className="flex justify-between gap-3 text-subtle text-xs tabular-nums">
        <span>{text}</span>
        {sure !== undefined && <span>Confidence {sure} of 5</span>}
      </p>
    </li>
  )
}
