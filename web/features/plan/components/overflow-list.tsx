'use client'

import type { PlanJson, Problem } from '@codify/api/contract'
import { ChevronDown } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Card } from '@/components/ui/card.tsx'
import { formatMinutes } from '@/lib/calendar-day.ts'
import { count } from '@/lib/count.ts'
import { findProblems } from '../actions.ts'
import { sumMinutes } from '../plan-items.ts'
import { OverflowRow } from './overflow-row.tsx'
import type { TopicTitles } from './plan-item-row.tsx'

const shownFirst = 20

type OverflowListProps = {
  overflow: PlanJson['overflow']
  topicTitles: TopicTitles
  /** Whether the plan is being followed, so that problems can be added to it. */
  isFollowed: boolean
  /** What stands below the list, also while it is closed. */
  children?: ReactNode
}

/** "Did not fit": what would have been useful, the most useful first. */
export function OverflowList({ overflow, topicTitles, isFollowed, children }: OverflowListProps) {
  const [problems, setProblems] = useState<ReadonlyMap<string, Problem>>()
  const [showsAll, setShowsAll] = useState(false)
  if (overflow.length === 0 && !children) return null

  /** A plan keeps the names alone. Without an answer the rows show those, and the next opening asks again. */
  async function loadProblems() {
    if (problems) return
    const found = await findProblems(overflow.map(({ slug }) => slug)).catch(() => undefined)
    setProblems(found)
  }

  const shown = showsAll ? overflow : overflow.slice(0, shownFirst)
  return (
    <Card className="overflow-clip">
      {overflow.length === 0 ? (
        <h2 className="px-5 py-4 font-semibold leading-snug tracking-tight sm:px-6">
          Everything useful fits
        </h2>
      ) : (
        <details
          className="group/overflow"
          onToggle={({ currentTarget }) => currentTarget.open && loadProblems()}
        >
          <summary className="grid cursor-pointer list-none grid-cols-[1fr_auto] gap-x-3 gap-y-1 px-5 py-4 hover:bg-muted/50 focus-visible:outline-offset-[-3px] sm:px-6 [&::-webkit-details-marker]:hidden">
            <h2 className="font-semibold leading-snug tracking-tight">Did not fit</h2>
            <span className="col-start-1 text-sm text-subtle tabular-nums">
              {count(overflow.length, 'useful problem')} · {formatMinutes(sumMinutes(overflow))}
            </span>
            <ChevronDown
              aria-hidden
              className="col-start-2 row-start-1 mt-1 size-4 shrink-0 text-subtle transition-transform group-open/overflow:rotate-180"
            />
          </summary>
          <ul className="divide-y divide-border border-border border-t">
            {shown.map((entry) => (
              <OverflowRow
                key={entry.slug}
                entry={entry}
                problem={problems?.get(entry.slug)}
                topicTitles={topicTitles}
                isFollowed={isFollowed}
              />
            ))}
          </ul>
          {shown.length < overflow.length && (
            <div className="border-border border-t px-5 py-3 sm:px-6">
              <Button
                variant="ghost"
                size="sm"
                className="-ml-3 text-accent"
                onClick={() => setShowsAll(true)}
              >
                Show all {overflow.length}
              </Button>
            </div>
          )}
        </details>
      )}
      {children && <div className="border-border border-t px-5 py-5 sm:px-6">{children}</div>}
    </Card>
  )
}
