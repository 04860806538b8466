'use client'

import type { PlanChange } from '@codify/api/contract'
import { ArrowRight, Undo2 } from 'lucide-react'
import { useId, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Card } from '@/components/ui/card.tsx'
import { formatDay } from '@/lib/calendar-day.ts'
import { changeInWords } from '../words.ts'

type WhatMovedProps = { change: PlanChange; isBusy: boolean; onUndo: () => void }

/** What the newest change of today did to the plan, each with its reason, and the way back. */
export function WhatMoved({ change, isBusy, onUndo }: WhatMovedProps) {
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const rows = [
    ...change.moved.map((row) => ({ ...row, sign: 'Moved' })),
    ...change.dropped.map((row) => ({ ...row, to: undefined, sign: 'Dropped' })),
    ...change.added.map((row) => ({ ...row, from: undefined, sign: 'Added' })),
  ]
  return (
    <Card className="flex flex-col gap-3 px-5 py-3.5 text-sm">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <p role="status" className="min-w-0 flex-[1_1_14rem]">
          {changeInWords(change)}
        </p>
        <div className="-mr-2 flex flex-wrap gap-1 max-sm:-ml-3">
          {rows.length > 0 && (
            <Button
              variant="ghost"
              size="sm"
              aria-expanded={isOpen}
              aria-controls={id}
              onClick={() => setOpen(!isOpen)}
            >
              {isOpen ? 'Hide what moved' : 'See what moved'}
            </Button>
          )}
          <Button variant="ghost" size="sm" className="text-accent" disabled={isBusy} onClick={onUndo}>
            <Undo2 aria-hidden />
            Undo
          </Button>
        </div>
      </div>
      <ul
        id={id}
        hidden={!isOpen}
        className="grid gap-x-10 gap-y-3 border-border border-t pt-3 sm:grid-cols-2 [&[hidden]]:hidden"
      >
        {rows.map(({ item_id, title, from, to, reason, sign }) => (
          <li key={`${sign} ${item_id}`} className="flex flex-col gap-0.5">
            <p>
              <span className="font-medium">{title}</span>{' '}
              <span className="text-subtle tabular-nums">
                {sign.toLowerCase()} {from && formatDay(from)}
                {from && to && <ArrowRight aria-label="to" className="mx-1 inline size-3.5" />}
                {to && formatDay(to)}
              </span>
            </p>
            <p className="text-subtle leading-relaxed">{reason}</p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
