import type { Problem } from '@codify/api/contract'
import { ArrowUpRight, Clock, Code, Lock } from 'lucide-react'
import Link from 'next/link'
import { Badge } from '@/components/ui/badge.tsx'
import { Breadcrumb } from '@/components/ui/breadcrumb.tsx'
import { Button } from '@/components/ui/button.tsx'
import { DifficultyBadge } from '@/components/ui/difficulty-badge.tsx'
import { VisuallyHidden } from '@/components/ui/visually-hidden.tsx'
import { AddToPlan } from '@/features/plan-edits/components/add-to-plan.tsx'
import { routes } from '@/lib/routes.ts'
import { type Catalogue, topicTitle } from '../catalogue.ts'
import { OwnProblemActions } from './own-problem-actions.tsx'
import { RememberProblem } from './remember-problem.tsx'
import { StatusMark } from './status-mark.tsx'
import { UpvoteButton } from './upvote-button.tsx'

type ProblemHeadingProps = {
  problem: Problem
  catalogue: Catalogue
  signedIn: boolean
  /** The day on which the learner's plan holds it; null where it does not. */
  plannedOn: string | null
}

export function ProblemHeading({ problem, catalogue, signedIn, plannedOn }: ProblemHeadingProps) {
  const { topics } = catalogue
  const { number, title, difficulty, minutes, premium, status, url, own } = problem
  return (
    <header className="mb-8 flex flex-col gap-5">
      <RememberProblem problem={problem} />
      <div className="flex flex-col gap-3">
        <Breadcrumb
          of={[
            { label: 'Problems', href: routes.problems },
            { label: topicTitle(catalogue, problem.topic), href: routes.topic(problem.topic) },
          ]}
        />
        <h1 className="font-semibold text-2xl tracking-tight sm:text-[1.75rem] sm:leading-9">
          {!own && <span className="mr-2.5 font-normal text-subtle tabular-nums">{number}</span>}
          {title}
        </h1>
        <div className="flex flex-wrap items-center gap-x-3.5 gap-y-2 text-sm text-subtle">
          <DifficultyBadge difficulty={difficulty} />
          <span className="inline-flex items-center gap-1.5 tabular-nums">
            <Clock aria-hidden className="size-4" />
            {minutes} min
          </span>
          {premium && (
            <Badge>
              <Lock aria-hidden />
              LeetCode subscription
            </Badge>
          )}
          {own && <Badge tone="accent">Added by you</Badge>}
          {signedIn && <StatusMark status={status} />}
        </div>
      </div>
      <div className="flex flex-wrap gap-2">
        {problem.has_exercise && (
          <Button asChild>
            <Link href={routes.practise(problem.slug)} prefetch={false}>
              <Code aria-hidden />
              Practise here
            </Link>
          </Button>
        )}
        <Button asChild variant={problem.has_exercise ? 'secondary' : 'primary'}>
          <a href={url} target="_blank" rel="noopener noreferrer">
            {own ? 'Open the problem' : 'Open on LeetCode'}
            <ArrowUpRight aria-hidden />
            <VisuallyHidden>(opens in a new tab)</VisuallyHidden>
          </a>
        </Button>
        {signedIn && <AddToPlan key={problem.slug} slug={problem.slug} title={title} day={plannedOn} />}
        {own ? (
          <OwnProblemActions problem={problem} topics={topics} />
        ) : (
          <UpvoteButton problem={problem} signedIn={signedIn} size="md" />
        )}
      </div>
    </header>
  )
}
