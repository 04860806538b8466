'use client'

import type { ReactNode } from 'react'
import { Field } from '@/components/ui/field.tsx'
import { Textarea } from '@/components/ui/textarea.tsx'
import { cn } from '@/lib/cn.ts'

const most = 2000

type LongTextFieldProps = {
  id: string
  label: string
  placeholder: string
  hint?: ReactNode
  value: string
  onChange: (value: string) => void
  error: string | undefined
}

/** Free text with a counter; longer text may be typed and is refused, so that nothing pasted is cut off. */
export function LongTextField({ id, label, placeholder, hint, value, onChange, error }: LongTextFieldProps) {
  const length = value.trim().length
  return (
    <div className="flex flex-col gap-1.5">
      <Field label={label} hint={hint} htmlFor={id} error={error}>
        <Textarea
          rows={3}
          placeholder={placeholder}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      </Field>
      <p className={cn('self-end text-xs tabular-nums', length > most ? 'text-danger' : 'text-subtle')}>
        {length.toLocaleString('en-GB')} of {most.toLocaleString('en-GB')}
        <span className="sr-only"> characters in {label}</span>
      </p>
    </div>
  )
}
