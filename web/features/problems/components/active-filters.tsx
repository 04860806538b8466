'use client'

import { X } from 'lucide-react'
import { Button } from '@/components/ui/button.tsx'
import { VisuallyHidden } from '@/components/ui/visually-hidden.tsx'
import { countFilters } from '../problem-query.ts'
import type { FilterProps } from './filter-bar.tsx'

/** Active filters of the list, each with a button to remove it. */
export function ActiveFilters({ groups, query, onToggle, onClear }: FilterProps) {
  if (!countFilters(query)) return null
  const active = groups.flatMap((group) =>
    group.options
      .filter(({ value }) => query[group.name].includes(value))
      .map((option) => ({ ...option, name: group.name, group: group.label })),
  )
  return (
    <ul aria-label="Active filters" className="flex flex-wrap items-center gap-2">
      {active.map(({ name, value, label, group }) => (
        <li key={`${name}-${value}`}>
          <button
            type="button"
            onClick={() => onToggle(name, value)}
            className="inline-flex h-8 items-center gap-1.5 rounded-full bg-accent-soft pr-2 pl-3 font-medium text-accent text-sm transition-colors hover:bg-accent hover:text-accent-foreground"
          >
            <VisuallyHidden>Remove filter {group}: </VisuallyHidden>
            {label}
            <X aria-hidden className="size-3.5" />
          </button>
        </li>
      ))}
      <li>
        <Button variant="ghost" size="sm" onClick={onClear}>
          Clear all
        </Button>
      </li>
    </ul>
  )
}
