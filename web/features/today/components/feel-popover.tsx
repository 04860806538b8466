'use client'

import {
  type CompleteAttempt,
  completeAttemptSchema,
  createAttemptSchema,
  ratings,
  type TodayItem,
} from '@codify/api/contract'
import { Gauge } from 'lucide-react'
import { type FormEvent, useId, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Field } from '@/components/ui/field.tsx'
import { Input } from '@/components/ui/input.tsx'
import { Popover } from '@/components/ui/popover.tsx'
import { toast } from '@/components/ui/toaster.tsx'
import { ToggleGroup } from '@/components/ui/toggle-group.tsx'
import { ratingLabels } from '@/features/attempts/labels.ts'
import { formatMinutes } from '@/lib/calendar-day.ts'

type FeelPopoverProps = {
  /** What its attempt says already stays as it is. */
  item: Pick<TodayItem, 'title' | 'minutes' | 'actual_minutes' | 'rating'>
  isSaving: boolean
  /** Answers whether it was kept. */
  onSave: (rest: CompleteAttempt) => Promise<boolean>
}

/** Completes an attempt with how it felt and how long it took: offered once it is marked, and never asked for. */
export function FeelPopover({ item, isSaving, onSave }: FeelPopoverProps) {
  const { title, minutes: plannedMinutes, actual_minutes: actual, rating: felt } = item
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const [rating, setRating] = useState<CompleteAttempt['rating']>()
  const [minutes, setMinutes] = useState('')
  const [error, setError] = useState<string>()

  function open(next: boolean) {
    // On a phone a message would lie over the form.
    if (next) toast.dismiss()
    setOpen(next)
  }

  async function submit(event: FormEvent) {
    event.preventDefault()
    const typed = minutes.trim()
    const parsed = createAttemptSchema.shape.minutes.safeParse(typed ? Number(typed) : undefined)
    if (!parsed.success) {
      const message = parsed.error.issues[0]?.message
      return setError((Number.isFinite(Number(typed)) && message) || 'Whole minutes.')
    }
    const rest = completeAttemptSchema.safeParse({
      ...(parsed.data !== undefined && { minutes: parsed.data }),
      ...(rating && { rating }),
    })
    if (!rest.success) return setError('Choose how it felt, or give the minutes.')
    setError(undefined)
    if (await onSave(rest.data)) setOpen(false)
  }

  if (felt !== null && actual !== null)
    return <span className="px-2 text-subtle text-xs tabular-nums">{inWords(item)}</span>
  return (
    <Popover
      open={isOpen}
      onOpenChange={open}
      ariaLabel={`How did ${title} feel?`}
      className="w-80"
      trigger={
        <Button variant="ghost" size="sm" className="px-2 text-subtle text-xs max-sm:-ml-2">
          <Gauge aria-hidden />
          {inWords(item) || 'How did it feel?'}
          <span className="sr-only"> {title}</span>
        </Button>
      }
    >
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        {felt === null && (
          <Field label="How did it feel?" htmlFor={`${id}-rating`}>
            <ToggleGroup
              type="single"
              size="sm"
              options={ratings.map((value) => ({ value, label: ratingLabels[value] }))}
              value={rating}
              onValueChange={setRating}
            />
          </Field>
        )}
        {actual === null && (
          <Field
            label="Minutes it took"
            hint={`Planned: ${plannedMinutes}`}
            htmlFor={`${id}-minutes`}
            className="w-40"
          >
            <Input
              inputMode="numeric"
              value={minutes}
              onChange={(event) => setMinutes(event.target.value)}
              className="tabular-nums"
            />
          </Field>
        )}
        {error && (
          <p role="alert" className="text-danger text-sm">
            {error}
          </p>
        )}
        <div className="flex items-center justify-between gap-3">
          <p className="text-subtle text-xs leading-relaxed">Your next plan takes it into account.</p>
          <Button type="submit" size="sm" loading={isSaving}>
            Save
          </Button>
        </div>
      </form>
    </Popover>
  )
}

function inWords({ rating, actual_minutes: minutes }: Pick<TodayItem, 'actual_minutes' | 'rating'>): string {
  return [rating ? ratingLabels[rating] : '', minutes === null ? '' : formatMinutes(minutes)]
    .filter(Boolean)
    .join(' · ')
}
