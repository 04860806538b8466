'use client'

import type { LogPage } from '@codify/api/contract'
import { LocalTime } from '@/components/local-time.tsx'
import { Badge } from '@/components/ui/badge.tsx'
import { Button } from '@/components/ui/button.tsx'
import { Card } from '@/components/ui/card.tsx'
import { fetchLog } from '../actions.ts'
import { usePages } from '../use-pages.ts'
import { logWords } from '../words.ts'

export function Log({ first }: { first: LogPage }) {
  const { items, hasMore, loading, loadMore } = usePages(first, fetchLog)
  if (items.length === 0) return <p className="text-sm text-subtle">Nothing has been decided yet.</p>
  return (
    <div className="flex flex-col gap-5">
      <Card className="overflow-clip">
        <ol className="divide-y divide-border">
          {items.map((entry) => (
            <li key={entry.id} className="flex flex-col gap-1.5 p-5 text-sm">
              <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
                <span className="font-medium">{logWords[entry.action]}</span>
                {entry.mine && <Badge>You</Badge>}
                <span className="text-subtle text-xs">
                  <LocalTime moment={entry.created_at} />
                </span>
              </p>
              <p className="break-words">{entry.reason}</p>
              <p className="line-clamp-2 break-words text-subtle">
                {entry.comment_body ?? 'Its author has deleted the account.'}
              </p>
            </li>
          ))}
        </ol>
      </Card>
      {hasMore && (
        <Button variant="secondary" loading={loading} onClick={loadMore} className="self-center">
          Load more
        </Button>
      )}
    </div>
  )
}
