'use client'

import {
  type CodeLanguage,
  HINTS,
  type HintKind,
  type InterviewExercise,
  type InterviewSubmitted,
  type Submission,
} from '@codify/api/contract'
import type { Json } from '@codify/seeds/judge'
import { useRouter } from 'next/navigation'
import { type ReactNode, useCallback, useRef, useState } from 'react'
import { Spinner } from '@/components/ui/spinner.tsx'
import { toast } from '@/components/ui/toaster.tsx'
import { useStopwatch } from '@/features/attempts/components/use-stopwatch.ts'
import { outcomeLooks } from '@/features/attempts/labels.ts'
import { elapsedMinutes } from '@/features/attempts/stopwatch.ts'
import type { PractisedFrom } from '@/lib/routes.ts'
import { failingTestOf } from '../model-hints.ts'
import { languageLabels, type Preferences } from '../preferences.ts'
import { useDraft } from '../use-draft.ts'
import { useHints } from '../use-hints.ts'
import { useModelHints } from '../use-model-hints.ts'
import { usePreferences } from '../use-preferences.ts'
import { useRun } from '../use-run.ts'
import { useShortcuts } from '../use-shortcuts.ts'
import { useSubmissions } from '../use-submissions.ts'
import { verdictOf } from '../verdict.ts'
import { AttemptOffer } from './attempt-offer.tsx'
import { CodePane } from './code-pane.tsx'
import { Hints } from './hints.tsx'
import { ModelHints } from './model-hints.tsx'
import { ResultsPane } from './results-pane.tsx'
import { StatementPane } from './statement-pane.tsx'
import { WorkbenchHeader } from './workbench-header.tsx'
import { type Pane, WorkbenchLayout } from './workbench-layout.tsx'

type WorkbenchProps = {
  /** In an interview its id: nothing here knows the problem. */
  slug: string
  title: string
  exercise: InterviewExercise
  learnerId: string
  /** The item of the plan that one came from. */
  itemId: string | undefined
  /** The page that one came from, if not the problem's own. */
  from?: PractisedFrom | undefined
  patternTitles: Record<string, string>
  /** Set in an interview: against a clock, without hints, with code of its own. */
  interview?: { id: string; clock: ReactNode; onEnd: (last: InterviewSubmitted | null) => void }
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
  from,
  patternTitles,
  interview,
  ...settings
}: OpenProps) {
  const { preferences, onPreferences } = settings
  const router = useRouter()
  const { language } = preferences
  const starter = exercise.starters[language]
  const watch = useStopwatch(learnerId, slug)
  const draft = useDraft({ learnerId, slug, language, starter, apart: interview?.id })
  const hints = useHints({ learnerId, slug })
  const model = useModelHints({ learnerId, slug, isOff: interview !== undefined })
  const hintsUsed = Math.min(HINTS, hints.used + model.used)
  const lastRun = useRef<string>(null)
  const { run, loading, start, stop, clear } = useRun({ exercise, language })
  const [pane, setPane] = useState<Pane>('statement')
  const [offer, setOffer] = useState<InterviewSubmitted | null>(null)
  const [isSolved, setIsSolved] = useState(false)
  const onSent = useCallback((submitted: InterviewSubmitted) => setOffer(submitted), [])
  const { submit, waiting } = useSubmissions({
    learnerId,
    slug,
    isInterview: interview !== undefined,
    onSent,
  })
  const isBusy = run.state === 'running'

  function changeCode(code: string) {
    // Time counts from the first key, unless it was started or rests already.
    if (!interview && !watch.stopwatch && code !== starter) watch.start()
    draft.change(code)
  }

  function runExamples() {
    setPane('results')
    lastRun.current = draft.code
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
    lastRun.current = code
    const report = await start({ kind: 'all', code })
    if (!report) return
    const verdict = verdictOf(report)
    if (verdict.outcome === 'accepted') {
      setIsSolved(true)
      watch.pause()
    }
    const { stopwatch, isAsking } = watch
    const minutes = stopwatch && !isAsking ? { minutes: elapsedMinutes(stopwatch, Date.now()) } : {}
    submit({ language, code, hints_used: hintsUsed, ...verdict, ...minutes })
  }

  function askModel(kind: HintKind) {
    const { code } = draft
    // A test that failed says something of the code it ran on alone.
    const failing_test =
      run.state === 'done' && run.kind !== 'input' && lastRun.current === code
        ? failingTestOf(run.report)
        : null
    model.ask({ kind, language, code, failing_test })
  }

  function startFresh() {
    const before = draft.code
    draft.change(starter)
    setIsSolved(false)
    setOffer(null)
    clear()
    hints.forget()
    model.forget()
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
      <WorkbenchHeader
        slug={slug}
        from={from}
        title={title}
        watch={watch}
        interview={
          interview && { ...interview, canEnd: !isBusy && waiting === 0, onEnd: () => interview.onEnd(offer) }
        }
        onTake={take}
      />
      <WorkbenchLayout
        pane={pane}
        onPane={setPane}
        statement={
          <StatementPane exercise={exercise}>
            {!interview && (
              <>
                <Hints hints={hints} used={hintsUsed} isSolved={isSolved} patternTitles={patternTitles} />
                <ModelHints
                  model={model}
                  isSolved={isSolved}
                  canAsk={draft.code.trim() !== ''}
                  canReview={waiting === 0}
                  onAsk={askModel}
                />
              </>
            )}
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
                  // The pages one goes back to were drawn before.
                  router.refresh()
                  if (outcome !== 'solved') return toast.success('Recorded')
                  hints.forget()
                  model.forget()
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
