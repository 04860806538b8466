'use client'

import type { Plan } from '@codify/api/contract'
import { usePathname, useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { toast } from '@/components/ui/toaster.tsx'
import { isSignedOut, messageOf } from '@/lib/browser-api.ts'
import { routes } from '@/lib/routes.ts'
import { acceptPlan, declinePlan } from '../actions.ts'

type ProposalDecisionProps = { planId: string; hasCurrent: boolean }

/** Yes or no to a proposed plan. */
export function ProposalDecision({ planId, hasCurrent }: ProposalDecisionProps) {
  const router = useRouter()
  const pathname = usePathname()
  const [deciding, setDeciding] = useState<'accept' | 'decline'>()

  async function decide(choice: 'accept' | 'decline', send: () => Promise<Plan>, said: string) {
    setDeciding(choice)
    try {
      await send()
      toast.success(said)
      router.push(routes.plan)
      router.refresh()
    } catch (error) {
      setDeciding(undefined)
      if (isSignedOut(error)) return router.push(routes.signIn(pathname))
      toast.error(messageOf(error))
      router.refresh()
    }
  }

  return (
    <div className="flex flex-wrap gap-2">
      <Button
        variant="secondary"
        disabled={deciding !== undefined}
        loading={deciding === 'decline'}
        onClick={() =>
          decide(
            'decline',
            () => declinePlan(planId),
            hasCurrent ? 'Declined. Your plan stays as it was.' : 'Declined.',
          )
        }
      >
        {hasCurrent ? 'Keep the old one' : 'Decline'}
      </Button>
      <Button
        disabled={deciding !== undefined}
        loading={deciding === 'accept'}
        onClick={() => decide('accept', () => acceptPlan(planId), 'This is your plan now.')}
      >
        Use this plan
      </Button>
    </div>
  )
}
