'use client'

import { Sparkles } from 'lucide-react'
import { Button } from '@/components/ui/button.tsx'
import { useStartPlan } from '../use-start-plan.ts'

/** Makes a plan without further questions. */
export function StartPlanButton({
  label = 'Make my plan',
  accept = true,
}: {
  label?: string
  accept?: boolean
}) {
  const { start, isStarting, error } = useStartPlan()
  return (
    <div className="flex flex-col items-center gap-2">
      <Button loading={isStarting} onClick={() => start({ answers: [], accept })}>
        {!isStarting && <Sparkles aria-hidden />}
        {label}
      </Button>
      {error && (
        <p role="alert" className="text-danger text-sm">
          {error}
        </p>
      )}
    </div>
  )
}
