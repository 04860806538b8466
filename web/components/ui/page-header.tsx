import type { ReactNode } from 'react'
import { cn } from '@/lib/cn.ts'

type PageHeaderProps = { title: ReactNode; description?: ReactNode; actions?: ReactNode; className?: string }

/** The page's one h1, a line about it, and what one can do here. */
export function PageHeader({ title, description, actions, className }: PageHeaderProps) {
  return (
    <header
      className={cn(
        'mb-6 flex flex-col gap-4 sm:mb-8 sm:flex-row sm:items-end sm:justify-between',
        className,
      )}
    >
      <div className="flex min-w-0 flex-col gap-1.5">
        <h1 className="font-semibold text-2xl tracking-tight sm:text-[1.75rem] sm:leading-9">{title}</h1>
        {description && (
          <div className="max-w-2xl text-subtle leading-relaxed sm:text-[0.9375rem]">{description}</div>
        )}
      </div>
      {actions && <div className="flex shrink-0 flex-wrap items-center gap-2">{actions}</div>}
    </header>
  )
}
