'use client'

import { Button } from '@/components/ui/button.tsx'
import { Field } from '@/components/ui/field.tsx'
import { Input } from '@/components/ui/input.tsx'

type NumberFieldProps = {
  id: string
  label: string
  unit: string
  presets: readonly number[]
  max: number
  value: number | undefined
  onChange: (value: number | undefined) => void
  error: string | undefined
}

/** A whole number to type, or one of the usual ones to press. */
export function NumberField({ id, label, unit, presets, max, value, onChange, error }: NumberFieldProps) {
  const isKnown = value !== undefined && !Number.isNaN(value)
  return (
    <Field label={label} htmlFor={id} error={error}>
      <NumberControl {...{ unit, presets, max, onChange }} value={isKnown ? value : undefined} />
    </Field>
  )
}

type NumberControlProps = Pick<NumberFieldProps, 'unit' | 'presets' | 'max' | 'value' | 'onChange'> & {
  id?: string
  'aria-labelledby'?: string
  'aria-describedby'?: string
  'aria-invalid'?: boolean
}

function NumberControl({ unit, presets, max, value, onChange, ...aria }: NumberControlProps) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Input
        type="number"
        inputMode="numeric"
        min={1}
        max={max}
        step={1}
        className="w-20"
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.valueAsNumber)}
        {...aria}
      />
      <span className="mr-1 text-sm text-subtle">{unit}</span>
      <fieldset aria-label={`Usual numbers of ${unit}`} className="flex gap-1.5">
        {presets.map((preset) => (
          <Button
            key={preset}
            size="sm"
            variant="secondary"
            aria-pressed={value === preset}
            aria-label={`${preset} ${unit}`}
            className="min-w-9 px-2 font-normal text-subtle tabular-nums shadow-none aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent"
            onClick={() => onChange(preset)}
          >
            {preset}
          </Button>
        ))}
      </fieldset>
    </div>
  )
}
