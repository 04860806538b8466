'use client'

import { Check } from 'lucide-react'
import { Checkbox as Primitive } from 'radix-ui'
import { type ComponentProps, type ReactNode, useId } from 'react'
import { cn } from '@/lib/cn.ts'

type CheckboxProps = Omit<
  ComponentProps<typeof Primitive.Root>,
  'children' | 'onCheckedChange' | 'checked'
> & {
  label?: ReactNode
  checked?: boolean
  onCheckedChange?: (checked: boolean) => void
}

/** Give it a `label`, or an `aria-label` where the words stand elsewhere. */
export function Checkbox({ label, className, id, onCheckedChange, ...props }: CheckboxProps) {
  const ownId = useId()
  const box = (
    <Primitive.Root
      id={id ?? ownId}
      onCheckedChange={(state) => onCheckedChange?.(state === true)}
      className={cn(
        'flex size-5 shrink-0 items-center justify-center rounded-md border border-input bg-surface transition-colors hover:border-accent disabled:opacity-55 aria-invalid:border-danger data-[state=checked]:border-accent data-[state=checked]:bg-accent data-[state=checked]:text-accent-foreground',
        className,
      )}
      {...props}
    >
      <Primitive.Indicator>
        <Check aria-hidden className="size-3.5" strokeWidth={3} />
      </Primitive.Indicator>
    </Primitive.Root>
  )
  if (!label) return box
  return (
    <div className="flex items-start gap-2.5">
      {box}
      <label htmlFor={id ?? ownId} className="text-sm leading-5">
        {label}
      </label>
    </div>
  )
}
