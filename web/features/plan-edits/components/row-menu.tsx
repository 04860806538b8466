'use client'

import type { Problem } from '@codify/api/contract'
import { ArrowUpRight, CalendarCheck, CalendarPlus, Code } from 'lucide-react'
import Link from 'next/link'
import { DropdownMenuItem } from '@/components/ui/dropdown-menu.tsx'
import { formatDay } from '@/lib/calendar-day.ts'
import { routes } from '@/lib/routes.ts'
import { useAddToPlan } from '../use-add-to-plan.ts'
import { MoreMenu } from './more-menu.tsx'

type RowMenuProps = {
  problem: Pick<Problem, 'slug' | 'title' | 'own' | 'has_exercise'>
  /** The day on which the plan holds it; null where it does not. */
  day: string | null
}

/** Menu of a problem in the list, without opening it. */
export function RowMenu({ problem: { slug, title, own, has_exercise }, day: known }: RowMenuProps) {
  const { isBusy, day, add } = useAddToPlan({ slug, title, known })
  return (
    <MoreMenu title={title} isBusy={isBusy}>
      {day === null ? (
        <DropdownMenuItem onSelect={() => void add()}>
          <CalendarPlus aria-hidden />
          Add to plan
        </DropdownMenuItem>
      ) : (
        <DropdownMenuItem asChild>
          <Link href={routes.planDay(day)} prefetch={false}>
            <CalendarCheck aria-hidden />
            In your plan: {formatDay(day)}
          </Link>
        </DropdownMenuItem>
      )}
      {has_exercise && (
        <DropdownMenuItem asChild>
          <Link href={routes.practise(slug)} prefetch={false}>
            <Code aria-hidden />
            Practise here
          </Link>
        </DropdownMenuItem>
      )}
      <DropdownMenuItem asChild>
        <a href={routes.problemSource(slug)} target="_blank" rel="noopener noreferrer">
          <ArrowUpRight aria-hidden />
          {own ? 'Open the problem' : 'Open on LeetCode'}
          <span className="sr-only">(opens in a new tab)</span>
        </a>
      </DropdownMenuItem>
    </MoreMenu>
  )
}
