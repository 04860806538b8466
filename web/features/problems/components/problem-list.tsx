'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { messageOf } from '@/lib/browser-api.ts'
import { cn } from '@/lib/cn.ts'
import { fetchProblemPage } from '../actions.ts'
import { topicTitle } from '../catalogue.ts'
import type { ProblemListData } from '../loaders.ts'
import { problemListPath } from '../problem-query.ts'
import { type LaterPages, recallLaterPages, rememberList, takeStale } from '../remembered-list.ts'
import { ProblemRow, rowGrid } from './problem-row.tsx'

type ProblemListProps = ProblemListData

/** The first page as the server drew it, and the pages one asks for after it. Remount it for another query. */
export function ProblemList({ query, page, catalogue, signedIn, planned }: ProblemListProps) {
  const router = useRouter()
  const [later, setLater] = useState<LaterPages>(() => recallLaterPages(problemListPath(query), page))
  const [state, setState] = useState<{ loading: boolean; problem?: string }>({ loading: false })
  const summary = useRef<HTMLParagraphElement>(null)
  const firstIds = new Set(page.items.map((item) => item.id))
  const items = [...page.items, ...later.items.filter((item) => !firstIds.has(item.id))]
  // Before anything else was loaded, the server's page alone says whether there is more.
  const nextCursor = later.items.length ? later.nextCursor : page.next_cursor

  useEffect(() => {
    if (!later.items.length) return
    rememberList({ path: problemListPath(query), firstIds: page.items.map((item) => item.id), ...later })
  }, [query, page, later])

  useEffect(() => {
    if (takeStale()) router.refresh()
  }, [router])

  async function loadMore(cursor: string) {
    setState({ loading: true })
    try {
      const next = await fetchProblemPage(query, cursor)
      setLater((before) => ({ items: [...before.items, ...next.items], nextCursor: next.next_cursor }))
      setState({ loading: false })
      // The button goes away with the last page, and would take the focus with it.
      if (next.next_cursor === null) summary.current?.focus({ preventScroll: true })
    } catch (error) {
      setState({ loading: false, problem: messageOf(error) })
    }
  }

  return (
    <div>
      <div className="overflow-hidden rounded-xl border border-border bg-surface shadow-card">
        <div
          aria-hidden
          className={cn(
            'hidden border-border border-b px-4 py-2.5 font-medium text-subtle text-xs',
            rowGrid(signedIn),
          )}
        >
          <span className="pl-13">Problem</span>
          <span className="hidden lg:block">Topic</span>
          <span>Difficulty</span>
          <span className="text-right">Time</span>
          <span className="hidden text-right lg:block">Notes</span>
          <span className="pl-3">{signedIn && 'Status'}</span>
          <span className="text-center">Upvotes</span>
        </div>
        <ul aria-label="Problems" className="divide-y divide-border">
          {items.map((problem) => (
            <ProblemRow
              key={problem.id}
              problem={problem}
              topic={topicTitle(catalogue, problem.topic)}
              signedIn={signedIn}
              plannedOn={planned[problem.slug] ?? null}
            />
          ))}
        </ul>
      </div>
      <div className="mt-5 flex flex-col items-center gap-3">
        <p
          ref={summary}
          tabIndex={-1}
          aria-live="polite"
          className="text-sm text-subtle tabular-nums outline-none"
        >
          {nextCursor === null ? `All ${items.length} shown` : `${items.length} shown`}
        </p>
        {state.problem && (
          <p role="alert" className="text-center text-danger text-sm">
            {state.problem}
          </p>
        )}
        {nextCursor !== null && (
          <Button variant="secondary" loading={state.loading} onClick={() => loadMore(nextCursor)}>
            {state.problem ? 'Try again' : 'Load more'}
          </Button>
        )}
      </div>
    </div>
  )
}
