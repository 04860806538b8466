'use client'

import { Check } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { Card, CardBody } from '@/components/ui/card.tsx'
import { Spinner } from '@/components/ui/spinner.tsx'
import { routes } from '@/lib/routes.ts'
import { getPlan } from '../actions.ts'
import type { Stage } from '../generation-progress.ts'
import { forgetGeneration, rememberGeneration } from '../remembered-generation.ts'
import { useGeneration } from '../use-generation.ts'
import { ArrivingDays } from './arriving-days.tsx'
import { GenerationFailed } from './generation-failed.tsx'
import type { TopicTitles } from './plan-item-row.tsx'

/** Long enough to see that the plan is there, short enough not to be waited for. */
const lookMilliseconds = 1_200

type MakingPlanProps = { generationId: string; topicTitles: TopicTitles; hasPlan: boolean }

/** A generation as it happens; at its end it gives way to the plan. */
export function MakingPlan({ generationId, topicTitles, hasPlan }: MakingPlanProps) {
  const router = useRouter()
  const { progress, isPolling } = useGeneration(generationId)
  const { end } = progress
  const planId = end?.type === 'done' ? end.planId : undefined

  useEffect(() => {
    if (end) forgetGeneration()
    else rememberGeneration(generationId)
  }, [generationId, end])

  useEffect(() => {
    if (!planId) return
    let hasLeft = false
    const leaving = setTimeout(async () => {
      const plan = await getPlan(planId).catch(() => undefined)
      if (hasLeft) return
      router.replace(plan?.status === 'current' ? routes.plan : routes.planById(planId))
      router.refresh()
    }, lookMilliseconds)
    return () => {
      hasLeft = true
      clearTimeout(leaving)
    }
  }, [planId, router])

  if (end?.type === 'failed') return <GenerationFailed failure={end} hasPlan={hasPlan} />
  return (
    <div className="flex flex-col gap-8">
      <Card>
        <CardBody className="flex flex-col gap-4">
          <StageList stages={progress.stages} isDone={end !== null} isPolling={isPolling} />
          <p className="text-sm text-subtle">
            You can leave this page: the work goes on, and the plan waits for you on{' '}
            <Link href={routes.plan} className="font-medium text-accent hover:text-accent-hover">
              your plan page
            </Link>
            .
          </p>
        </CardBody>
      </Card>
      <ArrivingDays days={progress.days} topicTitles={topicTitles} />
    </div>
  )
}

type StageListProps = { stages: readonly Stage[]; isDone: boolean; isPolling: boolean }

/** What has been done and what is being done, in words. */
function StageList({ stages, isDone, isPolling }: StageListProps) {
  const waiting = isPolling ? 'Working on it; this page looks again every few seconds' : 'Waiting to begin'
  const shown = stages.length > 0 ? stages : [{ stage: 'wait', detail: waiting }]
  const current = shown.at(-1)
  return (
    <>
      <ol className="flex flex-col gap-3">
        {shown.map(({ stage, detail }, index) => {
          const isCurrent = index === shown.length - 1 && !isDone
          return (
            <li
              key={stage}
              aria-current={isCurrent ? 'step' : undefined}
              className={`flex items-center gap-3 text-sm ${isCurrent ? 'font-medium' : 'text-subtle'}`}
            >
              {isCurrent ? <Spinner /> : <Check aria-hidden className="size-4 shrink-0 text-success" />}
              {detail}
            </li>
          )
        })}
        {isDone && (
          <li className="flex items-center gap-3 font-medium text-sm">
            <Check aria-hidden className="size-4 shrink-0 text-success" />
            Your plan is ready
          </li>
        )}
      </ol>
      <p aria-live="polite" className="sr-only">
        {isDone ? 'Your plan is ready' : current?.detail}
      </p>
    </>
  )
}
