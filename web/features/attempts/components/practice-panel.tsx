'use client'

import { type AttemptPage, ratings } from '@codify/api/contract'
import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useRef, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Card, CardBody, CardTitle } from '@/components/ui/card.tsx'
import { Field } from '@/components/ui/field.tsx'
import { Input } from '@/components/ui/input.tsx'
import { toast } from '@/components/ui/toaster.tsx'
import { ToggleGroup } from '@/components/ui/toggle-group.tsx'
import { ApiError, isSignedOut, messageOf } from '@/lib/browser-api.ts'
import { useFieldErrors } from '@/lib/use-field-errors.ts'
import { useSignIn } from '@/lib/use-sign-in.ts'
import { recordAttempt } from '../actions.ts'
import { type AttemptErrors, type AttemptForm, toAttemptBody } from '../attempt-form.ts'
import { outcomeLooks, ratingLabels } from '../labels.ts'
import { elapsedMinutes } from '../stopwatch.ts'
import { AttemptHistory } from './attempt-history.tsx'
import { OutcomePicker } from './outcome-picker.tsx'
import { StopwatchControls } from './stopwatch-controls.tsx'
import { useAttempts } from './use-attempts.ts'
import { useStopwatch } from './use-stopwatch.ts'

type PracticePanelProps = {
  slug: string
  suggestedMinutes: number
  /** Keeps the stopwatches of people who share a browser apart. */
  learnerId: string
  history: AttemptPage | 'unavailable'
}

const untouched = { outcome: undefined, rating: undefined, typedMinutes: undefined }
type Touched = Pick<AttemptForm, 'outcome' | 'rating'> & { typedMinutes: string | undefined }
const noAttempts: AttemptPage = { items: [], next_cursor: null }

/** Says how a problem went, and shows how it went before. */
export function PracticePanel({ slug, suggestedMinutes, learnerId, history }: PracticePanelProps) {
  const router = useRouter()
  const { signInAgain } = useSignIn()
  const watch = useStopwatch(learnerId, slug)
  const past = useAttempts(slug, history === 'unavailable' ? noAttempts : history)
  const [touched, setTouched] = useState<Touched>(untouched)
  const { errors, setErrors, answered } = useFieldErrors<keyof AttemptErrors | 'form'>()
  const [saving, setSaving] = useState(false)
  // One key for one attempt, however often it has to be sent.
  const key = useRef<string>(undefined)
  const id = useId()

  const { stopwatch, now, isAsking } = watch
  const measured = stopwatch && !isAsking ? String(elapsedMinutes(stopwatch, now)) : ''
  const minutes = touched.typedMinutes ?? measured
  const isSkipped = touched.outcome === 'skipped'

  async function submit(event: FormEvent) {
    event.preventDefault()
    const made = toAttemptBody({ ...touched, minutes, startedAt: stopwatch?.startedAt })
    if ('errors' in made) return setErrors(made.errors)
    // A second try has to say the same as the first, so the time stands still.
    watch.pause()
    setTouched((before) => ({ ...before, typedMinutes: minutes }))
    setErrors({})
    setSaving(true)
    key.current ??= crypto.randomUUID()
    try {
      past.add(await recordAttempt({ slug, body: made.body, idempotencyKey: key.current }))
      finish(`Recorded as ${outcomeLooks[made.body.outcome].label.toLowerCase()}`)
    } catch (error) {
      explain(error)
    } finally {
      setSaving(false)
    }
  }

  function finish(words: string) {
    key.current = undefined
    setTouched(untouched)
    watch.reset()
    toast.success(words)
    router.refresh()
  }

  function explain(error: unknown) {
    if (isSignedOut(error)) return signInAgain()
    if (error instanceof ApiError && error.code === 'idempotency.mismatch') {
      key.current = undefined
      router.refresh()
      return setErrors({
        form: 'What you sent before had arrived after all, and is in your attempts below. Save again only to add another.',
      })
    }
    const refusedMinutes =
      error instanceof ApiError ? error.errors.find(({ field }) => field === 'minutes')?.message : undefined
    if (refusedMinutes) return setErrors({ minutes: refusedMinutes })
    setErrors({ form: `This was not saved. ${messageOf(error)}` })
  }

  return (
    <Card>
      <CardBody>
        <div className="mb-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <CardTitle>How did it go?</CardTitle>
          <StopwatchControls watch={watch} />
        </div>
        <form onSubmit={submit} noValidate className="flex flex-col gap-5">
          <OutcomePicker
            value={touched.outcome}
            error={errors.outcome}
            onPick={(outcome) => {
              setTouched({ ...touched, outcome })
              setErrors({})
            }}
          />
          {!isSkipped && (
            <div className="flex flex-wrap items-start gap-x-8 gap-y-5">
              <Field
                label="Minutes"
                hint={`Estimate: ${suggestedMinutes}`}
                htmlFor={`${id}-minutes`}
                error={errors.minutes}
                className="w-28"
              >
                <Input
                  inputMode="numeric"
                  value={minutes}
                  onChange={(event) => {
                    setTouched({ ...touched, typedMinutes: event.target.value })
                    answered('minutes')
                  }}
                  className="tabular-nums"
                />
              </Field>
              <Field label="How did it feel?" htmlFor={`${id}-rating`}>
                <ToggleGroup
                  type="single"
                  options={ratings.map((value) => ({ value, label: ratingLabels[value] }))}
                  value={touched.rating}
                  onValueChange={(rating) => setTouched({ ...touched, rating })}
                />
              </Field>
            </div>
          )}
          {errors.form && (
            <p role="alert" className="text-danger text-sm leading-relaxed">
              {errors.form}
            </p>
          )}
          <Button type="submit" loading={saving} className="self-start max-sm:w-full">
            Save attempt
          </Button>
        </form>
        {history === 'unavailable' && (
          <p className="mt-5 text-sm text-subtle">Your earlier attempts cannot be shown right now.</p>
        )}
        <AttemptHistory
          attempts={past.attempts}
          hasMore={past.hasEarlier}
          loading={past.loading}
          onMore={past.loadEarlier}
        />
      </CardBody>
    </Card>
  )
}
