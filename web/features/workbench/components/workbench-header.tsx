import type { Submission } from '@codify/api/contract'
import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { StopwatchControls } from '@/features/attempts/components/stopwatch-controls.tsx'
import type { useStopwatch } from '@/features/attempts/components/use-stopwatch.ts'
import { type PractisedFrom, routes } from '@/lib/routes.ts'
import { HistorySheet } from './history-sheet.tsx'

type WorkbenchHeaderProps = {
  slug: string
  /** The page that one came from, if not the problem's own. */
  from: PractisedFrom | undefined
  title: string
  watch: ReturnType<typeof useStopwatch>
  /** In an interview there is a clock and an end instead of a way back, a stopwatch and earlier code. */
  interview: { clock: ReactNode; canEnd: boolean; onEnd: () => void } | undefined
  onTake: (submission: Submission) => void
}

const backWords = {
  problem: 'Back to the problem’s page',
  today: 'Back to today',
  plan: 'Back to your plan',
}

/** What is being solved, and for how long. */
export function WorkbenchHeader({ slug, from, title, watch, interview, onTake }: WorkbenchHeaderProps) {
  return (
    <header className="flex flex-wrap items-center gap-x-4 gap-y-1 border-border border-b bg-background px-3 py-2">
      {!interview && (
        <Link
          href={from ? routes[from] : routes.problem(slug)}
          className="flex size-8 items-center justify-center rounded-lg hover:bg-muted"
          aria-label={backWords[from ?? 'problem']}
          title={backWords[from ?? 'problem']}
        >
          <ArrowLeft aria-hidden className="size-4" />
        </Link>
      )}
      <h1 className="min-w-0 flex-1 truncate font-semibold text-base tracking-tight max-sm:order-last max-sm:basis-full max-sm:px-2">
        {title}
      </h1>
      {interview ? (
        <>
          {interview.clock}
          <Button variant="secondary" size="sm" disabled={!interview.canEnd} onClick={interview.onEnd}>
            End and reveal
          </Button>
        </>
      ) : (
        <>
          <span className="ml-auto">
            <StopwatchControls watch={watch} />
          </span>
          <HistorySheet slug={slug} onTake={onTake} />
        </>
      )}
    </header>
  )
}
