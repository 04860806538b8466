'use client'

import { Popover as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'
import { cn } from '@/lib/cn.ts'

type PopoverProps = {
  trigger: ReactNode
  children: ReactNode
  ariaLabel: string
  open?: boolean
  onOpenChange?: (open: boolean) => void
  align?: 'start' | 'center' | 'end'
  className?: string
}

export function Popover({
  trigger,
  children,
  ariaLabel,
  open,
  onOpenChange,
  align = 'start',
  className,
}: PopoverProps) {
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          aria-label={ariaLabel}
          align={align}
          sideOffset={6}
          collisionPadding={12}
          className={cn(
            'z-50 max-h-(--radix-popover-content-available-height) w-72 animate-enter overflow-y-auto rounded-xl border border-border bg-surface p-4 shadow-popover outline-none',
            className,
          )}
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}

export const PopoverClose = Primitive.Close
