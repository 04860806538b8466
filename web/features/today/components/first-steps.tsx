import { ArrowRight, ClipboardList } from 'lucide-react'
import Link from 'next/link'
import { Button } from '@/components/ui/button.tsx'
import { EmptyState } from '@/components/ui/empty-state.tsx'
import { routes } from '@/lib/routes.ts'

/** For someone new: the one thing to do first. */
export function FirstSteps({ email }: { email: string }) {
  return (
    <EmptyState
      icon={<ClipboardList />}
      title="Begin with a few questions"
      description={
        <>
          Five short steps: your level, your time, and how sure you are of each topic. Your plan is made from
          them.
          <p className="mt-3 wrap-anywhere">
            You are signed in as <strong className="font-medium text-foreground">{email}</strong>. If you
            practised here under another address, sign in with that one.
          </p>
        </>
      }
      action={
        <div className="flex flex-wrap justify-center gap-2">
          <Button asChild variant="ghost">
            <Link href={routes.problems}>Look around first</Link>
          </Button>
          <Button asChild>
            <Link href={routes.intake}>
              Start the questionnaire
              <ArrowRight aria-hidden />
            </Link>
          </Button>
        </div>
      }
    />
  )
}
