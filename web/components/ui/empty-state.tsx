import type { ReactNode } from 'react'
import { cn } from '@/lib/cn.ts'

type EmptyStateProps = {
  icon?: ReactNode
  title: string
  /** `h1` where it is all that the page shows. */
  as?: 'h1' | 'h2' | 'h3'
  description?: ReactNode
  action?: ReactNode
  className?: string
}

export function EmptyState({
  icon,
  title,
  as: Heading = 'h2',
  description,
  action,
  className,
}: EmptyStateProps) {
  return (
    <div
      className={cn(
        'flex flex-col items-center gap-3 rounded-xl border border-border border-dashed px-6 py-14 text-center',
        className,
      )}
    >
      {icon && (
        <div
          aria-hidden
          className="flex size-11 items-center justify-center rounded-full bg-muted text-subtle [&_svg]:size-5"
        >
          {icon}
        </div>
      )}
      <Heading className="font-semibold text-base tracking-tight">{title}</Heading>
      {description && <div className="max-w-md text-sm text-subtle leading-relaxed">{description}</div>}
      {action && <div className="mt-2">{action}</div>}
    </div>
  )
}
