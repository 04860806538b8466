'use client'

import { BookX, ChevronDown, Undo2 } from 'lucide-react'
import { Badge } from '@/components/ui/badge.tsx'
import { Button } from '@/components/ui/button.tsx'
import { Card } from '@/components/ui/card.tsx'
import { formatMinutes } from '@/lib/calendar-day.ts'
import { cn } from '@/lib/cn.ts'
import { count } from '@/lib/count.ts'
import { useSkipTopic } from '../use-skip-topic.ts'

type Topic = { slug: string; title: string }
export type PlannedTopic = Topic & { problems: number; minutes: number }
type PlanTopicsProps = {
  /** With what is still to do of them; a skipped one may have reviews left. */
  planned: readonly PlannedTopic[]
  skipped: readonly Topic[]
}

/** The topics that are still to come and those that are left out; each changes sides with one press. */
export function PlanTopics({ planned, skipped }: PlanTopicsProps) {
  const { isBusy, skip, bringBack } = useSkipTopic()
  // By title, so that a row stays where it is, and the focus with it, when its topic changes sides.
  const rows = [
    ...planned.map((topic) => ({ ...topic, isSkipped: false })),
    ...skipped.map((topic) => ({ ...topic, problems: 0, minutes: 0, isSkipped: true })),
  ].toSorted((a, b) => a.title.localeCompare(b.title))
  if (rows.length === 0) return null
  return (
    <Card className="overflow-clip">
      <details className="group/topics" open={planned.length === 0}>
        <summary className="grid cursor-pointer list-none grid-cols-[1fr_auto] gap-x-3 gap-y-1 px-5 py-4 hover:bg-muted/50 focus-visible:outline-offset-[-3px] sm:px-6 [&::-webkit-details-marker]:hidden">
          <h2 className="font-semibold leading-snug tracking-tight">Topics</h2>
          <span className="col-start-1 text-sm text-subtle tabular-nums">
            {planned.length} to come{skipped.length > 0 && ` · ${skipped.length} skipped`}
          </span>
          <ChevronDown
            aria-hidden
            className="col-start-2 row-start-1 mt-1 size-4 shrink-0 text-subtle transition-transform group-open/topics:rotate-180"
          />
        </summary>
        <ul className="grid gap-x-10 border-border border-t px-5 py-2 sm:grid-cols-2 sm:px-6">
          {rows.map((topic) => (
            <li key={topic.slug} className="flex min-h-12 items-center justify-between gap-3 text-sm">
              {topic.isSkipped ? (
                <span className="flex flex-wrap items-center gap-2">
                  <span className="text-subtle">{topic.title}</span>
                  <Badge>Skipped</Badge>
                </span>
              ) : (
                <span>
                  <span className="font-medium">{topic.title}</span>{' '}
                  <span className="text-subtle tabular-nums">
                    {count(topic.problems, 'problem')} · {formatMinutes(topic.minutes)}
                  </span>
                </span>
              )}
              <Button
                variant="ghost"
                size="sm"
                aria-busy={isBusy || undefined}
                className={cn('-mr-2', topic.isSkipped ? 'text-accent' : 'text-subtle')}
                onClick={() => void (topic.isSkipped ? bringBack(topic) : skip(topic))}
              >
                {topic.isSkipped ? <Undo2 aria-hidden /> : <BookX aria-hidden />}
                {topic.isSkipped ? 'Bring back' : 'Skip'}
                <span className="sr-only"> the topic {topic.title}</span>
              </Button>
            </li>
          ))}
        </ul>
      </details>
    </Card>
  )
}
