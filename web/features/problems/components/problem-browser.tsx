'use client'

import { type ProblemPage, problemSorts } from '@codify/api/contract'
import { SearchX } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useOptimistic, useTransition } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { EmptyState } from '@/components/ui/empty-state.tsx'
import { Select } from '@/components/ui/select.tsx'
import { cn } from '@/lib/cn.ts'
import { filterGroups } from '../catalogue.ts'
import { sortLabels } from '../labels.ts'
import type { ProblemListData } from '../loaders.ts'
import { type ProblemQuery, problemListPath, withoutFilters, withToggled } from '../problem-query.ts'
import { ActiveFilters } from './active-filters.tsx'
import { FilterMenus, type FilterProps, FilterSheet } from './filter-bar.tsx'
import { ProblemList } from './problem-list.tsx'
import { ProblemSearch } from './problem-search.tsx'

const sortOptions = problemSorts.map((value) => ({ value, label: sortLabels[value] }))

/** Search, filters and order, all kept in the address, over the list that they give. */
export function ProblemBrowser({ query, page, catalogue, signedIn, planned }: ProblemListData) {
  const router = useRouter()
  const [isPending, startTransition] = useTransition()
  // Choices show at once, and the next one builds on them; the list follows.
  const [chosen, choose] = useOptimistic(query)

  function go(next: ProblemQuery) {
    const path = problemListPath(next)
    // Letters typed one after the other are one step for the Back button.
    const isSameStep = chosen.q !== next.q && chosen.q !== '' && next.q !== ''
    startTransition(() => {
      choose(next)
      if (isSameStep) router.replace(path, { scroll: false })
      else router.push(path, { scroll: false })
    })
  }

  const filters: FilterProps = {
    groups: filterGroups({ catalogue, query: chosen, signedIn }),
    query: chosen,
    onToggle: (name, value) => go(withToggled(chosen, name, value)),
    onClear: () => go({ ...withoutFilters(chosen), q: chosen.q }),
  }
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-2">
        <ProblemSearch value={query.q} onSearch={(q) => go({ ...chosen, q })} />
        <FilterSheet {...filters} />
        <FilterMenus {...filters} />
        <Select
          options={sortOptions}
          value={chosen.sort}
          onValueChange={(sort) => go({ ...chosen, sort })}
          ariaLabel="Sort by"
          className="w-full sm:ml-auto sm:w-48"
        />
      </div>
      <ActiveFilters {...filters} />
      <p aria-live="polite" className="sr-only">
        {summaryOf(page)}
      </p>
      <div aria-busy={isPending} className={cn('transition-opacity', isPending && 'opacity-60')}>
        {page.items.length > 0 ? (
          <ProblemList
            key={problemListPath(query)}
            query={query}
            page={page}
            catalogue={catalogue}
            signedIn={signedIn}
            planned={planned}
          />
        ) : (
          <EmptyState
            icon={<SearchX />}
            title="No problem matches"
            description="Try fewer words, or take some filters off."
            action={
              <Button variant="secondary" onClick={() => go(withoutFilters(query))}>
                Clear filters
              </Button>
            }
          />
        )}
      </div>
    </div>
  )
}

/** For people who do not see the list change. */
function summaryOf({ items, next_cursor }: ProblemPage): string {
  if (!items.length) return 'Nothing found'
  if (next_cursor !== null) return `The first ${items.length} problems`
  return items.length === 1 ? '1 problem' : `${items.length} problems`
}
