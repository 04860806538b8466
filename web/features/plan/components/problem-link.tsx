import Link from 'next/link'
import { cn } from '@/lib/cn.ts'
import { routes } from '@/lib/routes.ts'

type ProblemLinkProps = { slug: string; title: string; className?: string }

/** A problem's title, always to be seen as a link. */
export function ProblemLink({ slug, title, className }: ProblemLinkProps) {
  return (
    <Link
      href={routes.problem(slug)}
      // Dozens of rows would ask the server for dozens of pages.
      prefetch={false}
      className={cn(
        'font-medium underline decoration-border underline-offset-4 transition-colors hover:text-accent hover:decoration-current focus-visible:decoration-current',
        className,
      )}
    >
      {title}
    </Link>
  )
}
