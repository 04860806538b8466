'use client'

import { RadioGroup } from 'radix-ui'
import type { ReactNode } from 'react'
import { cn } from '@/lib/cn.ts'

export type RadioCardOption<Value extends string = string> = {
  value: Value
  label: string
  description?: string
  icon?: ReactNode
}

type RadioCardsProps<Value extends string> = {
  options: readonly RadioCardOption<Value>[]
  value: Value | undefined
  onValueChange: (value: Value) => void
  ariaLabel?: string
  id?: string
  /** Grid classes; one column on phones by default, three from 640 px. */
  className?: string
  'aria-labelledby'?: string
  'aria-describedby'?: string
  'aria-invalid'?: boolean
}

/** One choice of a few, each a card that can be pressed anywhere; arrow keys move between them. */
export function RadioCards<Value extends string>({
  options,
  value,
  onValueChange,
  ariaLabel,
  className,
  ...aria
}: RadioCardsProps<Value>) {
  function pick(next: string) {
    const option = options.find((each) => each.value === next)
    if (option) onValueChange(option.value)
  }
  return (
    <RadioGroup.Root
      value={value ?? ''}
      onValueChange={pick}
      aria-label={ariaLabel}
      className={cn('grid gap-3 sm:grid-cols-3', className)}
      {...aria}
    >
      {options.map((option) => (
        <RadioGroup.Item
          key={option.value}
          value={option.value}
          className="group flex items-start gap-3 rounded-xl border border-border bg-surface p-4 text-left transition-colors hover:border-input data-[state=checked]:border-accent data-[state=checked]:bg-accent-soft/50 data-[state=checked]:ring-1 data-[state=checked]:ring-accent"
        >
          <span
            aria-hidden
            className="mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-full border border-input bg-surface group-data-[state=checked]:border-accent"
          >
            <RadioGroup.Indicator className="size-2 rounded-full bg-accent" />
          </span>
          <span className="flex min-w-0 flex-col gap-0.5">
            <span className="flex items-center gap-2 font-medium text-sm leading-5">
              {option.icon}
              {option.label}
            </span>
            {option.description && <span className="text-sm text-subtle">{option.description}</span>}
          </span>
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  )
}
