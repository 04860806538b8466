import { History } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { Button } from '@/components/ui/button.tsx'
import { EmptyState } from '@/components/ui/empty-state.tsx'
import { PageHeader } from '@/components/ui/page-header.tsx'
import { loadIntake } from '@/features/intake/loaders.ts'
import { PlanHistory } from '@/features/plan/components/plan-history.tsx'
import { loadPlans } from '@/features/plan/loaders.ts'
import { routes } from '@/lib/routes.ts'
import { requireSession } from '@/lib/session.ts'

export const metadata: Metadata = { title: 'History' }

export default async function PlansPage() {
  await requireSession()
  const [first, intake] = await Promise.all([loadPlans(20), loadIntake()])
  return (
    <>
      <PageHeader title="History" description="Every plan you have had, newest first." />
      {first.items.length > 0 ? (
        <PlanHistory first={first} timeZone={intake?.time_zone ?? 'UTC'} />
      ) : (
        <EmptyState
          icon={<History />}
          title="No plans yet"
          description="Each plan you make is kept here, also when a newer one takes its place."
          action={
            <Button asChild>
              <Link href={routes.plan}>Go to your plan</Link>
            </Button>
          }
        />
      )}
    </>
  )
}
