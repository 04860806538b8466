'use client'

import { useTheme } from 'next-themes'
import { Toaster as Sonner } from 'sonner'

export { toast } from 'sonner'

/** Short messages at the corner; mounted once, in the root layout. */
export function Toaster() {
  const { resolvedTheme } = useTheme()
  return (
    <Sonner
      theme={resolvedTheme === 'dark' ? 'dark' : 'light'}
      position="bottom-right"
      mobileOffset={{ bottom: '5rem' }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'flex w-full items-start gap-3 rounded-xl border border-border bg-surface p-4 text-sm text-foreground shadow-popover sm:w-[22rem]',
          title: 'font-medium',
          description: 'text-subtle',
          error: '[&_[data-icon]]:text-danger',
          success: '[&_[data-icon]]:text-success',
          actionButton: 'ml-auto shrink-0 rounded-md px-2 py-1 font-medium text-accent hover:bg-muted',
        },
      }}
    />
  )
}
