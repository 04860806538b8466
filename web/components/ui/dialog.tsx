'use client'

import { X } from 'lucide-react'
import { Dialog as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'
import { cn } from '@/lib/cn.ts'
import { IconButton } from './icon-button.tsx'

type DialogProps = {
  title: string
  description?: ReactNode
  children: ReactNode
  /** The button that opens it, when it is not opened by `open` alone. */
  trigger?: ReactNode
  open?: boolean
  onOpenChange?: (open: boolean) => void
  className?: string
}

/** A modal: focus stays inside, Escape and the close button leave it. */
export function Dialog({
  title,
  description,
  children,
  trigger,
  open,
  onOpenChange,
  className,
}: DialogProps) {
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>}
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 animate-fade bg-black/45" />
        <Primitive.Content
          {...(description ? {} : { 'aria-describedby': undefined })}
          className={cn(
            'fixed inset-x-4 top-1/2 z-50 mx-auto max-h-[calc(100dvh-2rem)] max-w-lg -translate-y-1/2 animate-fade overflow-y-auto rounded-2xl border border-border bg-surface p-6 shadow-popover outline-none',
            className,
          )}
        >
          <div className="mb-4 flex items-start justify-between gap-4">
            <div className="flex flex-col gap-1.5">
              <Primitive.Title className="font-semibold text-lg tracking-tight">{title}</Primitive.Title>
              {description && (
                <Primitive.Description className="text-sm text-subtle leading-relaxed">
                  {description}
                </Primitive.Description>
              )}
            </div>
            <Primitive.Close asChild>
              <IconButton label="Close" size="sm" className="-mt-1 -mr-2">
                <X />
              </IconButton>
            </Primitive.Close>
          </div>
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}

/** The row of buttons at a dialog's foot; the main one last. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className="mt-6 flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">{children}</div>
}

export const DialogClose = Primitive.Close
