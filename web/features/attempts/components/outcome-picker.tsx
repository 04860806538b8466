'use client'

import { type Outcome, outcomes } from '@codify/api/contract'
import { RadioGroup } from 'radix-ui'
import { useId } from 'react'
import { outcomeLooks } from '../labels.ts'

type OutcomePickerProps = {
  value: Outcome | undefined
  error: string | undefined
  onPick: (outcome: Outcome) => void
}

export function OutcomePicker({ value, error, onPick }: OutcomePickerProps) {
  const id = useId()
  function pick(next: string) {
    const outcome = outcomes.find((each) => each === next)
    if (outcome) onPick(outcome)
  }
  return (
    <div className="flex flex-col gap-1.5">
      <RadioGroup.Root
        value={value ?? ''}
        onValueChange={pick}
        aria-label="How did it go?"
        aria-describedby={error ? `${id}-error` : undefined}
        aria-invalid={error ? true : undefined}
        className="grid grid-cols-2 gap-2 sm:grid-cols-4"
      >
        {outcomes.map((outcome) => (
          <RadioGroup.Item
            key={outcome}
            value={outcome}
            aria-label={outcomeLooks[outcome].label}
            aria-describedby={`${id}-${outcome}`}
            className="flex flex-col items-start rounded-lg border border-border bg-surface px-3.5 py-2.5 text-left text-sm transition-colors hover:border-input data-[state=checked]:border-accent data-[state=checked]:bg-accent-soft data-[state=checked]:text-accent"
          >
            <span className="font-medium">{outcomeLooks[outcome].label}</span>
            <span id={`${id}-${outcome}`} className="text-subtle text-xs">
              {outcomeLooks[outcome].hint}
            </span>
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
      {error && (
        <p id={`${id}-error`} role="alert" className="text-danger text-sm">
          {error}
        </p>
      )}
    </div>
  )
}
