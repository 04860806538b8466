'use client'

import { type Attempt, createAttemptSchema, ratings } from '@codify/api/contract'
import { Gauge } from 'lucide-react'
import { type FormEvent, useId, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Field } from '@/components/ui/field.tsx'
import { Input } from '@/components/ui/input.tsx'
import { Popover } from '@/components/ui/popover.tsx'
import { ToggleGroup } from '@/components/ui/toggle-group.tsx'
import { formatMinutes } from '@/lib/calendar-day.ts'
import { ratingWords } from '../words.ts'

export type Feel = { minutes?: number; rating?: NonNullable<Attempt['rating']> }

type FeelPopoverProps = {
  title: string
  /** What the plan allows for it. */
  plannedMinutes: number
  isSaving: boolean
  /** Answers whether it was kept. */
  onSave: (feel: Feel) => Promise<boolean>
}

/** How an item felt and how long it took: offered once it is marked, and never asked for. */
export function FeelPopover({ title, plannedMinutes, isSaving, onSave }: FeelPopoverProps) {
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const [rating, setRating] = useState<Feel['rating']>()
  const [minutes, setMinutes] = useState(String(plannedMinutes))
  const [error, setError] = useState<string>()
  const [saved, setSaved] = useState<Feel>()

  async function submit(event: FormEvent) {
    event.preventDefault()
    const typed = minutes.trim()
    const parsed = createAttemptSchema.shape.minutes.safeParse(typed ? Number(typed) : undefined)
    if (!parsed.success) {
      const message = parsed.error.issues[0]?.message
      return setError((Number.isFinite(Number(typed)) && message) || 'Whole minutes.')
    }
    setError(undefined)
    const feel: Feel = {
      ...(parsed.data !== undefined && { minutes: parsed.data }),
      ...(rating && { rating }),
    }
    if (!(await onSave(feel))) return
    setSaved(feel)
    setOpen(false)
  }

  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
      ariaLabel={`How did ${title} feel?`}
      className="w-80"
      trigger={
        <Button variant="ghost" size="sm" className="px-2 text-subtle text-xs max-sm:-ml-2">
          <Gauge aria-hidden />
          {inWords(saved) || 'How did it feel?'}
          <span className="sr-only"> {title}</span>
        </Button>
      }
    >
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <Field label="How did it feel?" htmlFor={`${id}-rating`}>
          <ToggleGroup
            type="single"
            size="sm"
            options={ratings.map((value) => ({ value, label: ratingWords[value] }))}
            value={rating}
            onValueChange={setRating}
          />
        </Field>
        <Field label="Minutes it took" htmlFor={`${id}-minutes`} error={error} className="w-32">
          <Input
            inputMode="numeric"
            value={minutes}
            onChange={(event) => setMinutes(event.target.value)}
            className="tabular-nums"
          />
        </Field>
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

function inWords(feel: Feel | undefined): string {
  return [
    feel?.rating ? ratingWords[feel.rating] : '',
    feel?.minutes === undefined ? '' : formatMinutes(feel.minutes),
  ]
    .filter(Boolean)
    .join(' · ')
}
