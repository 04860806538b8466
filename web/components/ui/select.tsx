'use client'

import { Check, ChevronDown } from 'lucide-react'
import { Select as Primitive } from 'radix-ui'
import { cn } from '@/lib/cn.ts'
import { inputStyle } from './input-style.ts'

export type SelectOption<Value extends string = string> = { value: Value; label: string }

type SelectProps<Value extends string> = {
  options: readonly SelectOption<Value>[]
  value: Value | undefined
  onValueChange: (value: Value) => void
  placeholder?: string
  /** Its name, where no visible label (`Field`) gives one. */
  ariaLabel?: string
  id?: string
  disabled?: boolean
  className?: string
  'aria-labelledby'?: string
  'aria-describedby'?: string
  'aria-invalid'?: boolean
}

export function Select<Value extends string>({
  options,
  value,
  onValueChange,
  placeholder,
  ariaLabel,
  className,
  disabled,
  ...aria
}: SelectProps<Value>) {
  function pick(next: string) {
    const option = options.find((each) => each.value === next)
    if (option) onValueChange(option.value)
  }
  return (
    <Primitive.Root value={value ?? ''} onValueChange={pick} disabled={disabled}>
      <Primitive.Trigger
        aria-label={ariaLabel}
        className={cn(
          inputStyle,
          'inline-flex h-10 items-center justify-between gap-2 text-left data-[placeholder]:text-subtle',
          className,
        )}
        {...aria}
      >
        <span className="truncate">
          <Primitive.Value placeholder={placeholder} />
        </span>
        <Primitive.Icon asChild>
          <ChevronDown className="size-4 shrink-0 text-subtle" />
        </Primitive.Icon>
      </Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          position="popper"
          sideOffset={6}
          className="z-50 max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) animate-enter overflow-hidden rounded-lg border border-border bg-surface shadow-popover"
        >
          <Primitive.Viewport className="p-1">
            {options.map((option) => (
              <Primitive.Item
                key={option.value}
                value={option.value}
                className="relative flex cursor-default select-none items-center rounded-md py-2 pr-9 pl-3 text-sm outline-none data-[highlighted]:bg-muted data-[state=checked]:font-medium"
              >
                <Primitive.ItemText>{option.label}</Primitive.ItemText>
                <Primitive.ItemIndicator className="absolute right-3">
                  <Check className="size-4 text-accent" />
                </Primitive.ItemIndicator>
              </Primitive.Item>
            ))}
          </Primitive.Viewport>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}
