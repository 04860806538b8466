'use client'

import { RotateCw, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from '@/lib/cn.ts'
import { Button } from './button.tsx'

type ErrorStateProps = {
  title: string
  /** `h1` where it is all that the page shows. */
  as?: 'h1' | 'h2' | 'h3'
  detail?: ReactNode
  requestId?: string
  onRetry?: () => void
  className?: string
}

export function ErrorState({
  title,
  as: Heading = 'h2',
  detail,
  requestId,
  onRetry,
  className,
}: ErrorStateProps) {
  return (
    <div
      role="alert"
      className={cn(
        'flex flex-col items-center gap-3 rounded-xl border border-border bg-surface px-6 py-12 text-center',
        className,
      )}
    >
      <div
        aria-hidden
        className="flex size-11 items-center justify-center rounded-full bg-danger-soft text-danger [&_svg]:size-5"
      >
        <TriangleAlert />
      </div>
      <Heading className="font-semibold text-base tracking-tight">{title}</Heading>
      {detail && <div className="max-w-md text-sm text-subtle leading-relaxed">{detail}</div>}
      {onRetry && (
        <Button variant="secondary" onClick={onRetry} className="mt-2">
          <RotateCw aria-hidden />
          Try again
        </Button>
      )}
      {requestId && (
        <p className="text-subtle text-xs">
          Reference <code className="break-all font-mono">{requestId}</code>
        </p>
      )}
    </div>
  )
}
