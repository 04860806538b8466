'use client'

import type { PlanSummary } from '@codify/api/contract'
import { usePathname, useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Card } from '@/components/ui/card.tsx'
import { toast } from '@/components/ui/toaster.tsx'
import { isSignedOut, messageOf } from '@/lib/browser-api.ts'
import { count } from '@/lib/count.ts'
import { routes } from '@/lib/routes.ts'
import { listPlans } from '../actions.ts'
import { PlanSummaryRow } from './plan-summary-row.tsx'

type PlanHistoryProps = {
  first: { items: PlanSummary[]; next_cursor: string | null }
  timeZone: string
}

/** Every plan, newest first; older ones on demand. */
export function PlanHistory({ first, timeZone }: PlanHistoryProps) {
  const router = useRouter()
  const pathname = usePathname()
  const [older, setOlder] = useState<PlanSummary[]>([])
  const [cursor, setCursor] = useState(first.next_cursor)
  const [isLoading, setLoading] = useState(false)
  const seen = new Set(first.items.map(({ id }) => id))
  const plans = [...first.items, ...older.filter(({ id }) => !seen.has(id))]

  async function loadMore(from: string) {
    setLoading(true)
    try {
      const page = await listPlans(from)
      setOlder([...older, ...page.items])
      setCursor(page.next_cursor)
    } catch (error) {
      if (isSignedOut(error)) return router.push(routes.signIn(pathname))
      toast.error(messageOf(error))
    } finally {
      setLoading(false)
    }
  }

  return (
    <div className="flex flex-col gap-5">
      <Card className="overflow-clip">
        <ul className="divide-y divide-border">
          {plans.map((plan) => (
            <PlanSummaryRow key={plan.id} plan={plan} timeZone={timeZone} />
          ))}
        </ul>
      </Card>
      <p aria-live="polite" className="sr-only">
        {count(plans.length, 'plan')} shown
      </p>
      {cursor && (
        <Button
          variant="secondary"
          loading={isLoading}
          onClick={() => loadMore(cursor)}
          className="self-center"
        >
          Load more
        </Button>
      )}
    </div>
  )
}
