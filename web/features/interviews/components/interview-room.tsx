'use client'

import type {
  ExerciseExplanation,
  Interview,
  InterviewExercise,
  InterviewSubmitted,
  Outcome,
} from '@codify/api/contract'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { toast } from '@/components/ui/toaster.tsx'
import { AttemptOffer } from '@/features/workbench/components/attempt-offer.tsx'
import { StatementPane } from '@/features/workbench/components/statement-pane.tsx'
import { Workbench } from '@/features/workbench/components/workbench.tsx'
import { isSignedOut, messageOf } from '@/lib/browser-api.ts'
import { useSignIn } from '@/lib/use-sign-in.ts'
import { endInterview } from '../actions.ts'
import { Countdown } from './countdown.tsx'
import { PredictForm } from './predict-form.tsx'
import { Reveal } from './reveal.tsx'

type InterviewRoomProps = {
  interview: Interview
  /** What is asked, or once it ended how it is solved. */
  shown: { exercise: InterviewExercise } | { explanation: ExerciseExplanation }
  learnerId: string
  patternTitles: Record<string, string>
}

const minute = 60_000

/** Predict, solve against the clock, see what it was. */
export function InterviewRoom({ shown, learnerId, patternTitles, ...given }: InterviewRoomProps) {
  const router = useRouter()
  const { signInAgain } = useSignIn()
  const [predicted, setPredicted] = useState<Interview | null>(null)
  const [last, setLast] = useState<InterviewSubmitted | null>(null)
  const interview = given.interview.ended_at ? given.interview : (predicted ?? given.interview)
  const { id, minutes, prediction, started_at } = interview

  async function end(submitted: InterviewSubmitted | null) {
    try {
      await endInterview(id, submitted?.id ?? null)
      setLast(submitted)
      router.refresh()
    } catch (error) {
      if (isSignedOut(error)) return signInAgain()
      toast.error('The interview could not be ended', { description: messageOf(error) })
    }
  }

  if ('explanation' in shown)
    return (
      <div className="flex-1 overflow-y-auto">
        {last && (
          <AttemptOffer
            submitted={last}
            startedAt={Date.parse(started_at)}
            itemId={undefined}
            onRecorded={(_: Outcome) => {
              setLast(null)
              toast.success('Recorded')
            }}
          />
        )}
        <Reveal interview={interview} explanation={shown.explanation} patternTitles={patternTitles} />
      </div>
    )
  if (!prediction)
    return (
      <div className="flex-1 overflow-y-auto">
        <div className="mx-auto flex w-full max-w-3xl flex-col gap-2 py-6">
          <h1 className="px-5 font-semibold text-2xl tracking-tight">Before you code</h1>
          <StatementPane exercise={shown.exercise}>
            <section aria-label="Your prediction" className="border-border border-t pt-6">
              <PredictForm
                id={id}
                patterns={Object.entries(patternTitles).map(([value, label]) => ({ value, label }))}
                onPredicted={setPredicted}
              />
            </section>
          </StatementPane>
        </div>
      </div>
    )
  return (
    <Workbench
      slug={id}
      title="Interview"
      exercise={shown.exercise}
      learnerId={learnerId}
      itemId={undefined}
      patternTitles={patternTitles}
      interview={{
        id,
        clock: <Countdown endsAt={Date.parse(prediction.made_at) + minutes * minute} />,
        onEnd: (submitted) => void end(submitted),
      }}
    />
  )
}
