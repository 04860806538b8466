'use client'

import { type Intake, type IntakeInput, weaknesses } from '@codify/api/contract'
import { useController, useFormContext } from 'react-hook-form'
import { Checkbox } from '@/components/ui/checkbox.tsx'
import { weaknessWords } from '../words.ts'

/** What tends to go wrong: any of four, or none. */
export function StepWeaknesses() {
  const { control } = useFormContext<IntakeInput, unknown, Intake>()
  const { field } = useController({ control, name: 'weaknesses' })
  const chosen = field.value ?? []
  return (
    <fieldset aria-label="Weak spots" className="grid gap-3 sm:grid-cols-2">
      {weaknesses.map((weakness) => {
        const { label, description } = weaknessWords[weakness]
        const id = `weakness-${weakness}`
        return (
          <label
            key={weakness}
            htmlFor={id}
            className="flex cursor-pointer items-start gap-3 rounded-xl border border-border bg-surface p-4 transition-colors hover:border-input has-data-[state=checked]:border-accent has-data-[state=checked]:bg-accent-soft/50 has-data-[state=checked]:ring-1 has-data-[state=checked]:ring-accent"
          >
            <Checkbox
              id={id}
              aria-describedby={`${id}-text`}
              checked={chosen.includes(weakness)}
              onCheckedChange={(checked) =>
                field.onChange(checked ? [...chosen, weakness] : chosen.filter((each) => each !== weakness))
              }
            />
            <span className="flex flex-col gap-0.5">
              <span className="font-medium text-sm leading-5">{label}</span>
              <span id={`${id}-text`} aria-hidden className="text-sm text-subtle">
                {description}
              </span>
            </span>
          </label>
        )
      })}
    </fieldset>
  )
}
