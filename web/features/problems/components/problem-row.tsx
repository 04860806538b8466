import type { Problem } from '@codify/api/contract'
import { Clock, Lock, MessageSquare } from 'lucide-react'
import Link from 'next/link'
import { DifficultyBadge } from '@/components/ui/difficulty-badge.tsx'
import { VisuallyHidden } from '@/components/ui/visually-hidden.tsx'
import { RowMenu } from '@/features/plan-edits/components/row-menu.tsx'
import { cn } from '@/lib/cn.ts'
import { routes } from '@/lib/routes.ts'
import { StatusMark } from './status-mark.tsx'
import { UpvoteButton } from './upvote-button.tsx'

/** The columns from 768 px; the topic and the comments have one from 1024 px, and who is signed in has one more. */
export function rowGrid(signedIn: boolean): string {
  return cn(
    'md:grid md:gap-x-4',
    signedIn
      ? 'md:grid-cols-[minmax(0,1fr)_5.5rem_4.5rem_6rem_4rem_2rem] lg:grid-cols-[minmax(0,1fr)_12rem_5rem_4rem_3.5rem_6.5rem_4rem_2rem]'
      : 'md:grid-cols-[minmax(0,1fr)_5.5rem_4.5rem_6rem_4rem] lg:grid-cols-[minmax(0,1fr)_12rem_5rem_4rem_3.5rem_6.5rem_4rem]',
  )
}

type ProblemRowProps = {
  problem: Problem
  topic: string
  signedIn: boolean
  /** The day on which the learner's plan holds it; null where it does not. */
  plannedOn: string | null
}

/** A line of a table on wide screens, a card on phones. The whole of it leads to the problem. */
export function ProblemRow({ problem, topic, signedIn, plannedOn }: ProblemRowProps) {
  const { slug, number, title, difficulty, minutes, comment_count, premium, status, own } = problem
  return (
    <li
      className={cn(
        'relative grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-2 px-4 py-3.5 transition-colors hover:bg-muted/60 md:py-2',
        rowGrid(signedIn),
      )}
    >
      <div className="flex min-w-0 items-baseline gap-3">
        <span className="shrink-0 text-sm text-subtle tabular-nums md:w-10 md:text-right">
          {own ? 'Mine' : number}
        </span>
        <Link
          href={routes.problem(slug)}
          // Dozens of rows would ask the server for dozens of pages.
          prefetch={false}
          className="font-medium leading-snug after:absolute after:inset-0 hover:text-accent focus-visible:outline-none focus-visible:after:rounded-lg focus-visible:after:outline-2 focus-visible:after:outline-accent focus-visible:after:-outline-offset-2 md:text-[0.9375rem]"
        >
          {title}
        </Link>
        {premium && (
          <span className="self-center text-subtle" title="Needs a LeetCode subscription">
            <Lock aria-hidden className="size-3.5" />
            <VisuallyHidden>Needs a LeetCode subscription</VisuallyHidden>
          </span>
        )}
      </div>
      <div className="col-start-1 row-start-2 flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm text-subtle md:contents">
        <span className="truncate md:hidden lg:block">{topic}</span>
        <span className="order-first md:order-none">
          <DifficultyBadge difficulty={difficulty} />
        </span>
        <span className="inline-flex items-center gap-1 tabular-nums md:justify-end">
          <Clock aria-hidden className="size-3.5 md:hidden" />
          {minutes} min
        </span>
        <span
          className={cn(
            'inline-flex items-center gap-1 tabular-nums md:hidden lg:inline-flex lg:justify-end',
            comment_count === 0 && 'max-md:hidden lg:opacity-70',
          )}
        >
          <MessageSquare aria-hidden className="size-3.5" />
          {comment_count}
          <VisuallyHidden>{comment_count === 1 ? 'comment' : 'comments'}</VisuallyHidden>
        </span>
        <span className="empty:hidden md:pl-3 md:empty:block">
          {signedIn && <StatusMark status={status} />}
        </span>
      </div>
      <div className="relative z-10 col-start-2 row-span-2 row-start-1 flex items-center gap-1 md:contents">
        {own ? (
          <span className="max-md:hidden" />
        ) : (
          <UpvoteButton problem={problem} signedIn={signedIn} className="relative z-10" />
        )}
        {signedIn && (
          <span className="relative z-10">
            <RowMenu problem={problem} day={plannedOn} />
          </span>
        )}
      </div>
    </li>
  )
}
