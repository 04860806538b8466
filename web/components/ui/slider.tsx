'use client'

import { Slider as Primitive } from 'radix-ui'
import { cn } from '@/lib/cn.ts'

type SliderProps = {
  value: number
  onValueChange: (value: number) => void
  min: number
  max: number
  step?: number
  ariaLabel?: string
  /** Spoken form of the value: "10 hours a week". */
  valueText?: string
  id?: string
  disabled?: boolean
  className?: string
  'aria-labelledby'?: string
  'aria-describedby'?: string
  'aria-invalid'?: boolean
}

export function Slider({
  value,
  onValueChange,
  min,
  max,
  step = 1,
  ariaLabel,
  valueText,
  id,
  disabled,
  className,
  ...aria
}: SliderProps) {
  return (
    <Primitive.Root
      value={[value]}
      onValueChange={([next]) => next !== undefined && onValueChange(next)}
      min={min}
      max={max}
      step={step}
      disabled={disabled}
      className={cn('relative flex h-6 w-full touch-none select-none items-center', className)}
    >
      <Primitive.Track className="relative h-1.5 grow overflow-hidden rounded-full bg-border">
        <Primitive.Range className="absolute h-full bg-accent" />
      </Primitive.Track>
      <Primitive.Thumb
        id={id}
        aria-label={ariaLabel}
        aria-valuetext={valueText}
        className="block size-5 rounded-full border-2 border-accent bg-surface shadow-card"
        {...aria}
      />
    </Primitive.Root>
  )
}
