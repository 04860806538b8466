import type { LibraryProblem } from '@codify/api/contract'
import { Code } from 'lucide-react'
import Link from 'next/link'
import { DifficultyBadge } from '@/components/ui/difficulty-badge.tsx'
import { StatusMark } from '@/features/problems/components/status-mark.tsx'
import { routes } from '@/lib/routes.ts'

/** Problems of a pattern or a topic, each with the learner's own status. */
export function LibraryProblems({ problems }: { problems: LibraryProblem[] }) {
  return (
    <ul className="divide-y rounded-xl border bg-surface">
      {problems.map(({ slug, title, difficulty, minutes, has_exercise, status }) => (
        <li
          key={slug}
          className="relative flex flex-wrap items-center gap-x-4 gap-y-1.5 px-4 py-3 hover:bg-muted/60"
        >
          <Link
            href={routes.problem(slug)}
            prefetch={false}
            className="min-w-0 grow basis-full font-medium text-[0.9375rem] leading-snug after:absolute after:inset-0 hover:text-accent sm:basis-auto"
          >
            {title}
          </Link>
          <StatusMark status={status} />
          {has_exercise && (
            <span className="inline-flex items-center gap-1.5 text-sm text-subtle">
              <Code aria-hidden className="size-4" />
              Practise here
            </span>
          )}
          <span className="text-sm text-subtle tabular-nums">{minutes} min</span>
          <DifficultyBadge difficulty={difficulty} />
        </li>
      ))}
    </ul>
  )
}
