'use client'

import type { PlanChange } from '@codify/api/contract'
import { toast } from '@/components/ui/toaster.tsx'
import { undoChange } from '@/features/today/actions.ts'
import { WhatMoved } from '@/features/today/components/what-moved.tsx'
import { useChange } from '@/lib/use-change.ts'

type MovedProps = {
  change: PlanChange
  /** Told after undoing. */
  undoneWords?: string
  onUndone: () => void
}

/** Lists the items that a change moved, with an undo button. */
export function Moved({
  change: moved,
  undoneWords = 'Your plan is as it was; the setting stays',
  onUndone,
}: MovedProps) {
  const { changing, change } = useChange()
  return (
    <WhatMoved
      change={moved}
      isBusy={changing}
      onUndo={() =>
        void change(async () => {
          await undoChange(moved.revision)
          toast.success(undoneWords)
          onUndone()
        })
      }
    />
  )
}
