'use client'

import { X } from 'lucide-react'
import { Dialog as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'
import { cn } from '@/lib/cn.ts'
import { IconButton } from './icon-button.tsx'

type SheetProps = {
  title: string
  description?: ReactNode
  children: ReactNode
  trigger?: ReactNode
  open?: boolean
  onOpenChange?: (open: boolean) => void
  className?: string
}

/** A modal from the bottom on phones, from the right on wider screens: for filters and long forms. */
export function Sheet({ title, description, children, trigger, open, onOpenChange, className }: SheetProps) {
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>}
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 animate-fade bg-black/45" />
        <Primitive.Content
          {...(description ? {} : { 'aria-describedby': undefined })}
          className={cn(
            'fixed inset-x-0 bottom-0 z-50 flex max-h-[88dvh] animate-sheet flex-col rounded-t-2xl border border-border bg-surface shadow-popover outline-none sm:inset-y-0 sm:right-0 sm:left-auto sm:max-h-none sm:w-full sm:max-w-md sm:rounded-none sm:border-y-0 sm:border-r-0',
            className,
          )}
        >
          <div className="flex items-start justify-between gap-4 border-border border-b px-5 py-4">
            <div className="flex flex-col gap-1">
              <Primitive.Title className="font-semibold text-base tracking-tight">{title}</Primitive.Title>
              {description && (
                <Primitive.Description className="text-sm text-subtle">{description}</Primitive.Description>
              )}
            </div>
            <Primitive.Close asChild>
              <IconButton label="Close" size="sm" className="-mr-2">
                <X />
              </IconButton>
            </Primitive.Close>
          </div>
          <div className="flex-1 overflow-y-auto overscroll-contain px-5 py-5">{children}</div>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}

export const SheetClose = Primitive.Close
