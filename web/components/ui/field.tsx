import { CircleAlert } from 'lucide-react'
import { Slot } from 'radix-ui'
import type { ReactElement, ReactNode } from 'react'
import { cn } from '@/lib/cn.ts'
import { Label } from './label.tsx'

type FieldProps = {
  label: ReactNode
  hint?: ReactNode
  error?: string
  htmlFor: string
  children: ReactElement
  className?: string
}

/** Ties one control (whose id becomes `htmlFor`) to its label, hint and error for assistive technology. */
export function Field({ label, hint, error, htmlFor, children, className }: FieldProps) {
  const hintId = `${htmlFor}-hint`
  const errorId = `${htmlFor}-error`
  const describedBy = [hint ? hintId : '', error ? errorId : ''].filter(Boolean).join(' ')
  return (
    <div className={cn('flex flex-col gap-1.5', className)}>
      <Label id={`${htmlFor}-label`} htmlFor={htmlFor}>
        {label}
      </Label>
      {hint && (
        <p id={hintId} className="text-sm text-subtle">
          {hint}
        </p>
      )}
      <Slot.Root
        id={htmlFor}
        aria-labelledby={`${htmlFor}-label`}
        aria-describedby={describedBy || undefined}
        aria-invalid={error ? true : undefined}
      >
        {children}
      </Slot.Root>
      {error && (
        <p id={errorId} role="alert" className="flex items-start gap-1.5 text-danger text-sm">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {error}
        </p>
      )}
    </div>
  )
}
