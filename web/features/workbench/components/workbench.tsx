'use client'

import type { CodeLanguage, Exercise, Submission, Submitted } from '@codify/api/contract'
import type { Json } from '@codify/seeds/judge'
import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import { type ReactNode, useCallback, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Spinner } from '@/components/ui/spinner.tsx'
import { toast } from '@/components/ui/toaster.tsx'
import { StopwatchControls } from '@/features/attempts/components/stopwatch-controls.tsx'
import { useStopwatch } from '@/features/attempts/components/use-stopwatch.ts'
import { outcomeLooks } from '@/features/attempts/labels.ts'
import { elapsedMinutes } from '@/features/attempts/stopwatch.ts'
import { routes } from '@/lib/routes.ts'
import { languageLabels, type Preferences } from '../preferences.ts'
import { useDraft } from '../use-draft.ts'
import { useHints } from '../use-hints.ts'
import { usePreferences } from '../use-preferences.ts'
import { useRun } from '../use-run.ts'
import { useShortcuts } from '../use-shortcuts.ts'
import { useSubmissions } from '../use-submissions.ts'
import { verdictOf } from '../verdict.ts'
import { AttemptOffer } from './attempt-offer.tsx'
import { CodePane } from './code-pane.tsx'
import { Hints } from './hints.tsx'
import { HistorySheet } from './history-sheet.tsx'
import { ResultsPane } from './results-pane.tsx'
import { StatementPane } from './statement-pane.tsx'
import { type Pane, WorkbenchLayout } from './workbench-layout.tsx'

type WorkbenchProps = {
  slug: string
  title: string
  exercise: Exercise
  learnerId: string
  /** The item of the plan that one came from. */
  itemId: string | undefined
  patternTitles: Record<string, string>
  /** Set in an interview: against a clock, without hints, with code of its own. */
  interview?: { id: string; clock: ReactNode; onEnd: (last: Submitted | null) => void }
}

/** Waits until this browser's settings are read, so that the editor opens in the right language at once. */
export function Workbench(props: WorkbenchProps) {
  const { preferences, change } = usePreferences()
  if (!preferences)
    return (
      <div className="flex flex-1 items-center justify-center">
        <h1 className="sr-only">{props.title}</h1>
        <Spinner label="Opening the workbench" />
      </div>
    )
  return <OpenWorkbench {...props} preferences={preferences} onPreferences={change} />
}

type OpenProps = WorkbenchProps & {
  preferences: Preferences
  onPreferences: (changes: Partial<Preferences>) => void
}

function OpenWorkbench({
  slug,
  title,
  exercise,
  learnerId,
  itemId,
  patternTitles,
  interview,
  ...settings
}: OpenProps) {
  const { preferences, onPreferences } = settings
  const { language } = preferences
  const starter = exercise.starters[language]
  const watch = useStopwatch(`codify:stopwatch:${learnerId}:${slug}`)
  const draft = useDraft({ learnerId, slug, language, starter, apart: interview?.id })
  const hints = useHints({ learnerId, slug })
  const { run, loading, start, stop, clear } = useRun({ exercise, language })
  const [pane, setPane] = useState<Pane>('statement')
  const [offer, setOffer] = useState<Submitted | null>(null)
  const [isSolved, setIsSolved] = useState(false)
  const onSent = useCallback((submitted: Submitted) => setOffer(submitted), [])
  const { submit, waiting } = useSubmissions({ learnerId, slug, onSent })
  const isBusy = run.state === 'running'

  function changeCode(code: string) {
    // Time counts from the first key, unless it was started or rests already.
    if (!interview && !watch.stopwatch && code !== starter) watch.start()
    draft.change(code)
  }

  function runExamples() {
    setPane('results')
    void start({ kind: 'examples', code: draft.code })
  }

  function runInput(customInput: Json[]) {
    setPane('results')
    void start({ kind: 'input', code: draft.code, customInput })
  }

  async function submitAll() {
    const { code } = draft
    if (code.trim() === '' || isBusy) return
    setPane('results')
    if (!interview) setOffer(null)
    const report = await start({ kind: 'all', code })
    if (!report) return
    const verdict = verdictOf(report)
    if (verdict.outcome === 'accepted') {
      setIsSolved(true)
      watch.pause()
    }
    const minutes = watch.stopwatch ? { minutes: elapsedMinutes(watch.stopwatch, Date.now()) } : {}
    submit({ language, code, hints_used: hints.used, ...verdict, ...minutes })
  }

  function startFresh() {
    const before = draft.code
    draft.change(starter)
    setIsSolved(false)
    setOffer(null)
    clear()
    hints.forget()
    watch.reset()
    if (before !== starter)
      toast('Your code is put away', {
        description: 'Submissions stay in the list of earlier ones.',
        action: { label: 'Bring it back', onClick: () => draft.change(before) },
      })
  }

  function take({ language: itsLanguage, code }: Submission) {
    if (itsLanguage === language) return changeCode(code)
    toast(`That one is in ${languageLabels[itsLanguage]}`, {
      description: 'Choose that language first, then take it.',
    })
  }

  useShortcuts({ run: runExamples, submit: () => void submitAll() })

  return (
    <>
      <header className="flex flex-wrap items-center gap-x-4 gap-y-1 border-border border-b bg-background px-3 py-2">
        {!interview && (
          <Link
            href={routes.problem(slug)}
            className="flex size-8 items-center justify-center rounded-lg hover:bg-muted"
            aria-label="Back to the problem’s page"
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
            <Button
              variant="secondary"
              size="sm"
              disabled={isBusy || waiting > 0}
              onClick={() => interview.onEnd(offer)}
            >
              End and reveal
            </Button>
          </>
        ) : (
          <>
            <span className="ml-auto">
              <StopwatchControls watch={watch} />
            </span>
            <HistorySheet slug={slug} onTake={take} />
          </>
        )}
      </header>
      <WorkbenchLayout
        pane={pane}
        onPane={setPane}
        statement={
          <StatementPane exercise={exercise}>
            {!interview && <Hints hints={hints} isSolved={isSolved} patternTitles={patternTitles} />}
          </StatementPane>
        }
        code={
          <CodePane
            exercise={exercise}
            draft={draft}
            preferences={preferences}
            isBusy={isBusy}
            waiting={waiting}
            onChange={changeCode}
            onLanguage={(next: CodeLanguage) => onPreferences({ language: next })}
            onKeyboard={(keyboard) => onPreferences({ keyboard })}
            onFresh={startFresh}
            onRun={runExamples}
            onSubmit={() => void submitAll()}
            onRunInput={runInput}
          />
        }
        results={
          <>
            {offer && !interview && (
              <AttemptOffer
                key={offer.id}
                submitted={offer}
                startedAt={watch.stopwatch?.startedAt}
                itemId={itemId}
                onRecorded={(outcome) => {
                  setOffer(null)
                  watch.reset()
                  if (outcome !== 'solved') return toast.success('Recorded')
                  hints.forget()
                  toast.success(`Recorded as ${outcomeLooks[outcome].label.toLowerCase()}`)
                }}
              />
            )}
            <ResultsPane run={run} loading={loading} onStop={stop} />
          </>
        }
      />
    </>
  )
}
