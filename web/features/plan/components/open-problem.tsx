import { ArrowUpRight } from 'lucide-react'
import { cn } from '@/lib/cn.ts'
import { routes } from '@/lib/routes.ts'

type OpenProblemProps = {
  slug: string
  title: string
  /** The arrow alone, for rows that are close together. */
  isSmall?: boolean
}

/** Straight to where a problem is solved. */
export function OpenProblem({ slug, title, isSmall = false }: OpenProblemProps) {
  return (
    <a
      href={routes.problemSource(slug)}
      target="_blank"
      rel="noopener noreferrer"
      title={isSmall ? 'Open on LeetCode' : undefined}
      className={cn(
        'inline-flex items-center justify-center gap-0.5 whitespace-nowrap rounded-md font-medium text-sm underline-offset-4 hover:underline',
        isSmall
          ? 'size-6 text-subtle hover:bg-muted hover:text-accent'
          : 'text-accent hover:text-accent-hover',
      )}
    >
      <span className={cn(isSmall && 'sr-only')}>Open on LeetCode</span>
      <span className="sr-only">: {title} (opens in a new tab)</span>
      <ArrowUpRight aria-hidden className={isSmall ? 'size-4' : 'size-3.5'} />
    </a>
  )
}
