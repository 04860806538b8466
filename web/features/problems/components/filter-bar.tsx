'use client'

import { ChevronDown, SlidersHorizontal } from 'lucide-react'
import { Badge } from '@/components/ui/badge.tsx'
import { Button } from '@/components/ui/button.tsx'
import { Popover } from '@/components/ui/popover.tsx'
import { Sheet, SheetClose } from '@/components/ui/sheet.tsx'
import { VisuallyHidden } from '@/components/ui/visually-hidden.tsx'
import { cn } from '@/lib/cn.ts'
import type { FilterGroup } from '../catalogue.ts'
import { countFilters, type FilterName, type ProblemQuery } from '../problem-query.ts'
import { FilterChoices } from './filter-choices.tsx'

export type FilterProps = {
  groups: FilterGroup[]
  query: ProblemQuery
  onToggle: (name: FilterName, value: string) => void
  onClear: () => void
}

/** One button a filter, on wide screens. */
export function FilterMenus({ groups, query, onToggle }: FilterProps) {
  return (
    <div className="hidden flex-wrap gap-2 md:flex">
      {groups.map((group) => (
        <Popover
          key={group.name}
          ariaLabel={`Filter by ${group.label.toLowerCase()}`}
          className="max-h-[min(26rem,var(--radix-popover-content-available-height))] w-64 p-3"
          trigger={
            <Button
              variant="secondary"
              className={cn('px-3', query[group.name].length > 0 && 'border-accent/50 text-accent')}
            >
              {group.label}
              <FilterCount count={query[group.name].length} />
              <ChevronDown aria-hidden className="text-subtle" />
            </Button>
          }
        >
          <FilterChoices
            group={group}
            chosen={query[group.name]}
            onToggle={(value) => onToggle(group.name, value)}
          />
        </Popover>
      ))}
    </div>
  )
}

/** All filters in one sheet, on phones. */
export function FilterSheet({ groups, query, onToggle, onClear }: FilterProps) {
  return (
    <Sheet
      title="Filters"
      description="The list follows as you choose."
      trigger={
        <Button variant="secondary" className="md:hidden">
          <SlidersHorizontal aria-hidden />
          Filters
          <FilterCount count={countFilters(query)} />
        </Button>
      }
    >
      <div className="flex flex-col gap-7">
        {groups.map((group) => (
          <FilterChoices
            key={group.name}
            group={group}
            chosen={query[group.name]}
            onToggle={(value) => onToggle(group.name, value)}
            withHeading
          />
        ))}
      </div>
      <div className="sticky -bottom-5 -mx-5 mt-6 -mb-5 flex gap-2 border-border border-t bg-surface px-5 py-4">
        <Button variant="secondary" onClick={onClear} className="flex-1">
          Clear filters
        </Button>
        <SheetClose asChild>
          <Button className="flex-1">Show problems</Button>
        </SheetClose>
      </div>
    </Sheet>
  )
}

function FilterCount({ count }: { count: number }) {
  if (!count) return null
  return (
    <Badge tone="accent" className="px-1.5">
      {count}
      <VisuallyHidden> chosen</VisuallyHidden>
    </Badge>
  )
}
