'use client'

import type { Attempt } from '@codify/api/contract'
import { LocalTime } from '@/components/local-time.tsx'
import { Badge } from '@/components/ui/badge.tsx'
import { Button } from '@/components/ui/button.tsx'
import { outcomeLooks, ratingLabels } from '../labels.ts'

type AttemptHistoryProps = {
  attempts: readonly Attempt[]
  hasMore: boolean
  loading: boolean
  onMore: () => void
}

export function AttemptHistory({ attempts, hasMore, loading, onMore }: AttemptHistoryProps) {
  if (!attempts.length) return null
  return (
    <div className="mt-6 border-border border-t pt-5">
      <h3 className="font-medium text-sm">Your attempts</h3>
      <ol aria-label="Your attempts" className="mt-2 flex flex-col divide-y divide-border">
        {attempts.map(({ id, outcome, minutes, rating, created_at }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2.5 text-sm">
            <span className="w-18">
              <Badge tone={outcomeLooks[outcome].tone}>{outcomeLooks[outcome].label}</Badge>
            </span>
            <span className="text-subtle tabular-nums">
              {[minutes && `${minutes} min`, rating && `felt ${ratingLabels[rating].toLowerCase()}`]
                .filter(Boolean)
                .join(', ')}
            </span>
            <LocalTime moment={created_at} className="ml-auto text-subtle tabular-nums" />
          </li>
        ))}
      </ol>
      {hasMore && (
        <Button variant="ghost" size="sm" loading={loading} onClick={onMore} className="mt-2">
          Earlier attempts
        </Button>
      )}
    </div>
  )
}
