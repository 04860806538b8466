import { TriangleAlert } from 'lucide-react'
import Link from 'next/link'
import { Button } from '@/components/ui/button.tsx'
import { EmptyState } from '@/components/ui/empty-state.tsx'
import { routes } from '@/lib/routes.ts'
import { StartPlanButton } from './start-plan-button.tsx'

type GenerationFailedProps = { failure: { code: string; detail: string }; hasPlan: boolean }

/** Why no plan came of it, and what to do about it. */
export function GenerationFailed({ failure, hasPlan }: GenerationFailedProps) {
  const needsAnswers = failure.code === 'plan.nothing_to_plan' || failure.code === 'plan.intake_missing'
  const unharmed = hasPlan ? 'The plan you have stays as it is.' : 'Your answers are safe.'
  return (
    <div role="alert">
      <EmptyState
        icon={<TriangleAlert />}
        title={needsAnswers ? 'Your answers leave nothing to plan' : 'The plan could not be made'}
        description={`${failure.detail} ${unharmed}`}
        action={
          needsAnswers ? (
            <Button asChild>
              <Link href={routes.intakeStep(2)}>Change your answers</Link>
            </Button>
          ) : (
            <StartPlanButton label="Try again" accept={!hasPlan} />
          )
        }
      />
    </div>
  )
}
