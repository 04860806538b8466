import type { PatternSummary } from '@codify/api/contract'
import { BookOpenCheck, Check } from 'lucide-react'
import Link from 'next/link'
import { routes } from '@/lib/routes.ts'
import { markLabels } from '../words.ts'

/** Patterns with what each is for; the whole of a line leads to its page. */
export function PatternList({ patterns }: { patterns: PatternSummary[] }) {
  return (
    <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
      {patterns.map(({ slug, title, summary, minutes, mark }) => (
        <li
          key={slug}
          className="relative flex flex-col gap-1.5 rounded-xl border bg-surface p-4 transition-colors hover:border-input"
        >
          <Link
            href={routes.pattern(slug)}
            prefetch={false}
            className="font-medium leading-snug after:absolute after:inset-0 after:rounded-xl hover:text-accent"
          >
            {title}
          </Link>
          <p className="text-sm text-subtle leading-relaxed">{summary}</p>
          <p className="mt-auto flex flex-wrap gap-x-4 pt-1 text-sm text-subtle">
            {minutes > 0 && <span className="tabular-nums">{minutes} min to read</span>}
            {mark && (
              <span className="inline-flex items-center gap-1.5 font-medium text-success">
                {mark === 'can_do' ? (
                  <Check aria-hidden className="size-4" />
                ) : (
                  <BookOpenCheck aria-hidden className="size-4" />
                )}
                {markLabels[mark]}
              </span>
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}
