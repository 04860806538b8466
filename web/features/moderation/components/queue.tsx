'use client'

import { type QueuePage, renderedTexts } from '@codify/api/contract'
import { ShieldCheck } from 'lucide-react'
import { Button } from '@/components/ui/button.tsx'
import { EmptyState } from '@/components/ui/empty-state.tsx'
import { fetchQueue } from '../actions.ts'
import { usePages } from '../use-pages.ts'
import { QueuedItem } from './queued-item.tsx'

/** Reported comments, longest waiting first; one that is decided leaves the list. */
export function Queue({ first }: { first: QueuePage }) {
  const { items, hasMore, loading, loadMore, remove } = usePages(first, fetchQueue)
  if (items.length === 0 && !hasMore)
    return (
      <EmptyState
        icon={<ShieldCheck />}
        title="Nothing waits for you"
        description="Comments that learners report appear here, the longest waiting first."
      />
    )
  const isRendered = renderedTexts(items.map(({ body }) => body))
  return (
    <div className="flex flex-col gap-5">
      <ul aria-label="Reported comments" className="flex flex-col gap-4">
        {items.map((comment, at) => (
          <li key={comment.id}>
            <QueuedItem comment={comment} isPlain={!isRendered[at]} onDecided={() => remove(comment.id)} />
          </li>
        ))}
      </ul>
      {hasMore && (
        <Button variant="secondary" loading={loading} onClick={loadMore} className="self-center">
          Load more
        </Button>
      )}
    </div>
  )
}
