'use client'

import type { Problem } from '@codify/api/contract'
import { ChevronUp } from 'lucide-react'
import { VisuallyHidden } from '@/components/ui/visually-hidden.tsx'
import { cn } from '@/lib/cn.ts'
import { noteUpvote } from '../remembered-list.ts'
import { useUpvote } from './use-upvote.ts'

type UpvoteButtonProps = { problem: Problem; signedIn: boolean; size?: 'sm' | 'md'; className?: string }

export function UpvoteButton({ problem, signedIn, size = 'sm', className }: UpvoteButtonProps) {
  const { upvotes, upvoted, toggle } = useUpvote({
    slug: problem.slug,
    signedIn,
    given: { upvotes: problem.upvotes, upvoted: problem.upvoted },
    onSaved: (upvote) => noteUpvote({ ...problem, ...upvote }),
  })
  return (
    <button
      type="button"
      aria-pressed={upvoted}
      onClick={toggle}
      className={cn(
        'inline-flex items-center justify-center gap-1 rounded-lg border font-medium text-sm tabular-nums transition-colors',
        upvoted
          ? 'border-accent/50 bg-accent-soft text-accent'
          : 'border-border bg-surface text-subtle hover:border-input hover:text-foreground',
        size === 'sm' ? 'h-8 min-w-14 px-2' : 'h-10 min-w-18 px-3.5 shadow-card',
        className,
      )}
    >
      <ChevronUp aria-hidden className="size-4" strokeWidth={upvoted ? 2.75 : 2} />
      <VisuallyHidden>Upvote {problem.title}</VisuallyHidden>
      {size === 'md' && <span aria-hidden>{upvoted ? 'Upvoted' : 'Upvote'}</span>}
      {upvotes.toLocaleString('en-GB')}
    </button>
  )
}
