'use client'

import { type InterviewSubmitted, type Outcome, ratings } from '@codify/api/contract'
import { Check } from 'lucide-react'
import { useId, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Field } from '@/components/ui/field.tsx'
import { Input } from '@/components/ui/input.tsx'
import { ToggleGroup } from '@/components/ui/toggle-group.tsx'
import { toAttemptBody } from '@/features/attempts/attempt-form.ts'
import { outcomeLooks, ratingLabels } from '@/features/attempts/labels.ts'
import { isSignedOut, messageOf } from '@/lib/browser-api.ts'
import { useFieldErrors } from '@/lib/use-field-errors.ts'
import { useSignIn } from '@/lib/use-sign-in.ts'
import { recordAttempt } from '../actions.ts'

type AttemptOfferProps = {
  submitted: InterviewSubmitted
  startedAt: number | undefined
  itemId: string | undefined
  onRecorded: (outcome: Outcome) => void
}

const outcomeChoices = (['solved', 'tried', 'stuck'] as const).map((value) => ({
  value,
  label: outcomeLooks[value].label,
}))

/** Makes a submission an attempt: one tap for what it suggests, or a change first. */
export function AttemptOffer({ submitted, startedAt, itemId, onRecorded }: AttemptOfferProps) {
  const { signInAgain } = useSignIn()
  const { suggested_attempt: suggested } = submitted
  const [outcome, setOutcome] = useState<Outcome>(suggested.outcome)
  const [rating, setRating] = useState(suggested.rating ?? undefined)
  const [minutes, setMinutes] = useState(suggested.minutes === null ? '' : String(suggested.minutes))
  const [isChanging, setIsChanging] = useState(false)
  const [isSaving, setIsSaving] = useState(false)
  const { errors, setErrors, answered } = useFieldErrors<'minutes' | 'form'>()
  const id = useId()

  async function record() {
    const made = toAttemptBody({ outcome, rating, minutes, startedAt })
    if ('errors' in made) {
      setIsChanging(true)
      return setErrors(made.errors)
    }
    setIsSaving(true)
    setErrors({})
    try {
      const body = {
        ...made.body,
        ...(suggested.hints_used !== null && { hints_used: suggested.hints_used }),
        ...(itemId !== undefined && { item_id: itemId }),
      }
      await recordAttempt({ id: submitted.id, body })
      onRecorded(outcome)
    } catch (error) {
      if (isSignedOut(error)) return signInAgain()
      setErrors({ form: `This was not saved. ${messageOf(error)}` })
    } finally {
      setIsSaving(false)
    }
  }

  const words = [
    outcomeLooks[outcome].label,
    minutes && `${minutes} min`,
    rating && ratingLabels[rating].toLowerCase(),
    suggested.hints_used ? `${suggested.hints_used} ${suggested.hints_used === 1 ? 'hint' : 'hints'}` : '',
  ]
  return (
    <section
      aria-label="Record this attempt"
      className="flex flex-col gap-4 border-border border-t bg-accent-soft/50 px-5 py-4"
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p className="min-w-0 flex-1 text-sm">
          <span className="font-medium">Record it as </span>
          {words.filter(Boolean).join(' · ')}
        </p>
        <div className="flex gap-2">
          {!isChanging && (
            <Button variant="ghost" size="sm" onClick={() => setIsChanging(true)}>
              Change
            </Button>
          )}
          <Button size="sm" loading={isSaving} onClick={record}>
            <Check aria-hidden />
            Record
          </Button>
        </div>
      </div>
      {isChanging && (
        <div className="flex flex-wrap items-start gap-x-6 gap-y-4">
          <Field label="How did it go?" htmlFor={`${id}-outcome`}>
            <ToggleGroup
              type="single"
              size="sm"
              options={outcomeChoices}
              value={outcomeChoices.find(({ value }) => value === outcome)?.value}
              onValueChange={(next) => next && setOutcome(next)}
            />
          </Field>
          <Field label="How did it feel?" htmlFor={`${id}-rating`}>
            <ToggleGroup
              type="single"
              size="sm"
              options={ratings.map((value) => ({ value, label: ratingLabels[value] }))}
              value={rating}
              onValueChange={setRating}
            />
          </Field>
          <Field label="Minutes" htmlFor={`${id}-minutes`} error={errors.minutes} className="w-24">
            <Input
              inputMode="numeric"
              value={minutes}
              onChange={(event) => {
                setMinutes(event.target.value)
                answered('minutes')
              }}
              className="tabular-nums"
            />
          </Field>
        </div>
      )}
      {errors.form && (
        <p role="alert" className="text-danger text-sm">
          {errors.form}
        </p>
      )}
    </section>
  )
}
