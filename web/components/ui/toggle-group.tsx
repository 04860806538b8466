'use client'

import { ToggleGroup as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'
import { cn } from '@/lib/cn.ts'

export type ToggleOption<Value extends string = string> = {
  value: Value
  label: ReactNode
  ariaLabel?: string
}

type SharedProps<Value extends string> = {
  options: readonly ToggleOption<Value>[]
  ariaLabel?: string
  id?: string
  size?: 'sm' | 'md'
  className?: string
  'aria-labelledby'?: string
  'aria-describedby'?: string
  'aria-invalid'?: boolean
}

type ToggleGroupProps<Value extends string> = SharedProps<Value> &
  (
    | { type: 'single'; value: Value | undefined; onValueChange: (value: Value | undefined) => void }
    | { type: 'multiple'; value: readonly Value[]; onValueChange: (value: Value[]) => void }
  )

/** Chips to press. In `single`, pressing the chosen one again clears it (`undefined`). */
export function ToggleGroup<Value extends string>(props: ToggleGroupProps<Value>) {
  const { options, ariaLabel, id, size = 'md', className } = props
  const shared = {
    id,
    className: cn('flex flex-wrap gap-2', className),
    'aria-label': ariaLabel,
    'aria-labelledby': props['aria-labelledby'],
    'aria-describedby': props['aria-describedby'],
    'aria-invalid': props['aria-invalid'],
  }
  const items = options.map((option) => (
    <Primitive.Item
      key={option.value}
      value={option.value}
      aria-label={option.ariaLabel}
      className={cn(
        'inline-flex items-center justify-center gap-1.5 rounded-lg border border-border bg-surface font-medium text-foreground transition-colors hover:border-input data-[state=on]:border-accent data-[state=on]:bg-accent-soft data-[state=on]:text-accent [&_svg]:size-4',
        size === 'sm' ? 'h-8 px-2.5 text-xs' : 'h-10 px-3.5 text-sm',
      )}
    >
      {option.label}
    </Primitive.Item>
  ))
  const known = (value: string) => options.find((option) => option.value === value)?.value
  if (props.type === 'single') {
    const { value, onValueChange } = props
    return (
      <Primitive.Root
        type="single"
        value={value ?? ''}
        onValueChange={(next) => onValueChange(known(next))}
        {...shared}
      >
        {items}
      </Primitive.Root>
    )
  }
  const { value, onValueChange } = props
  return (
    <Primitive.Root
      type="multiple"
      value={[...value]}
      onValueChange={(next) => onValueChange(next.flatMap((each) => known(each) ?? []))}
      {...shared}
    >
      {items}
    </Primitive.Root>
  )
}
