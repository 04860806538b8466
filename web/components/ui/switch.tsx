'use client'

import { Switch as Primitive } from 'radix-ui'
import { type ComponentProps, type ReactNode, useId } from 'react'
import { cn } from '@/lib/cn.ts'

type SwitchProps = Omit<ComponentProps<typeof Primitive.Root>, 'children'> & { label?: ReactNode }

/** Give it a `label`, or an `aria-label` where the words stand elsewhere. */
export function Switch({ label, className, id, ...props }: SwitchProps) {
  const ownId = useId()
  const control = (
    <Primitive.Root
      id={id ?? ownId}
      className={cn(
        'inline-flex h-6 w-10 shrink-0 items-center rounded-full border border-transparent bg-input p-0.5 transition-colors disabled:opacity-55 data-[state=checked]:bg-accent',
        className,
      )}
      {...props}
    >
      <Primitive.Thumb className="size-4.5 rounded-full bg-white shadow-card transition-transform data-[state=checked]:translate-x-4 dark:data-[state=checked]:bg-background" />
    </Primitive.Root>
  )
  if (!label) return control
  return (
    <div className="flex items-center gap-3">
      {control}
      <label htmlFor={id ?? ownId} className="text-sm">
        {label}
      </label>
    </div>
  )
}
