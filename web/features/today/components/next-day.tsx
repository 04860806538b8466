import type { PlanProgress as Counts, PlanDay } from '@codify/api/contract'
import { Coffee, Flag } from 'lucide-react'
import Link from 'next/link'
import { Button } from '@/components/ui/button.tsx'
import { EmptyState } from '@/components/ui/empty-state.tsx'
import { NewPlanDialog } from '@/features/plan/components/new-plan-dialog.tsx'
import { NotReached } from '@/features/plan/components/not-reached.tsx'
import { PlanProgress } from '@/features/plan/components/plan-progress.tsx'
import { formatDay, formatMinutes } from '@/lib/calendar-day.ts'
import { routes } from '@/lib/routes.ts'

/** A day without practice: what comes next, and when. */
export function FreeDay({ next }: { next: PlanDay }) {
  return (
    <EmptyState
      icon={<Coffee />}
      title="Nothing is planned for today"
      description={
        <>
          <p>
            Next is {formatDay(next.date, 'long')}, {formatMinutes(next.minutes)}:
          </p>
          <ul className="mt-2 text-foreground">
            {next.problems.map(({ item_id, title }) => (
              <li key={item_id}>{title}</li>
            ))}
          </ul>
        </>
      }
      action={
        <Button asChild variant="secondary">
          <Link href={routes.plan}>See the whole plan</Link>
        </Button>
      }
    />
  )
}

/** What comes after today, in one quiet line. */
export function ComingUp({ next }: { next: PlanDay }) {
  return (
    <section aria-labelledby="coming-up" className="flex flex-col gap-1 px-1 text-sm">
      <h2 id="coming-up" className="font-medium">
        Next: {formatDay(next.date, 'long')}, {formatMinutes(next.minutes)}
      </h2>
      <p className="text-subtle leading-relaxed">{next.problems.map(({ title }) => title).join(', ')}</p>
    </section>
  )
}

type PlanEndedProps = { endDate: string; progress: Counts; hasModel: boolean }

/** The plan is over: time for the next one. */
export function PlanEnded({ endDate, progress, hasModel }: PlanEndedProps) {
  return (
    <div className="flex flex-col gap-6">
      <EmptyState
        icon={<Flag />}
        title="You have reached the end of this plan"
        description={`Its last day was ${formatDay(endDate, 'long')}. The next plan starts from what you did in this one.`}
        action={<NewPlanDialog hasModel={hasModel} trigger={<Button>Make the next plan</Button>} />}
      />
      <PlanProgress progress={progress} />
      <NotReached items={progress.not_reached} />
    </div>
  )
}
