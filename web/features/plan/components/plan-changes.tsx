import type { PlanJson } from '@codify/api/contract'
import { ArrowRight, Check, ChevronDown, Minus, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card.tsx'
import { formatDay } from '@/lib/calendar-day.ts'
import { slugInWords } from '../words.ts'
import { ProblemLink } from './problem-link.tsx'

type Changes = NonNullable<PlanJson['changes']>
type PlanChangesProps = { changes: Changes; titles: Readonly<Record<string, string>> }

/** What a proposal changes against the plan before it, each with its reason. */
export function PlanChanges({ changes, titles }: PlanChangesProps) {
  const groups = [
    { name: 'Added', icon: <Plus />, tone: 'text-success', entries: changes.added },
    { name: 'Moved', icon: <ArrowRight />, tone: 'text-accent', entries: changes.moved },
    { name: 'Removed', icon: <Minus />, tone: 'text-danger', entries: changes.removed },
    { name: 'Kept', icon: <Check />, tone: 'text-subtle', entries: changes.kept },
  ]
  return (
    <section aria-labelledby="changes" className="flex flex-col gap-3">
      <h2 id="changes" className="font-semibold text-lg tracking-tight">
        What changes
      </h2>
      <Card className="divide-y divide-border overflow-clip">
        {groups.map(({ name, icon, tone, entries }) => (
          <details
            key={name}
            open={name !== 'Kept' && entries.length > 0 && entries.length <= 12}
            className="group/change"
          >
            <summary className="flex cursor-pointer list-none items-center gap-3 px-5 py-3.5 text-sm hover:bg-muted/50 focus-visible:outline-offset-[-3px] sm:px-6 [&::-webkit-details-marker]:hidden">
              <span aria-hidden className={`${tone} [&_svg]:size-4`}>
                {icon}
              </span>
              <h3 className="flex-1 font-medium">
                {name} <span className="text-subtle tabular-nums">{entries.length}</span>
              </h3>
              <ChevronDown
                aria-hidden
                className="size-4 shrink-0 text-subtle transition-transform group-open/change:rotate-180"
              />
            </summary>
            {entries.length === 0 ? (
              <p className="px-5 pb-4 text-sm text-subtle sm:px-6">Nothing.</p>
            ) : (
              <ul className="grid gap-x-10 gap-y-3 px-5 pb-5 sm:grid-cols-2 sm:px-6">
                {entries.map((entry) => (
                  <ChangeRow key={keyOf(entry)} entry={entry} title={titles[entry.slug]} />
                ))}
              </ul>
            )}
          </details>
        ))}
      </Card>
    </section>
  )
}

type Entry = Changes['kept'][number] | Changes['moved'][number]

function ChangeRow({ entry, title }: { entry: Entry; title: string | undefined }): ReactNode {
  return (
    <li className="flex flex-col gap-0.5 text-sm">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <ProblemLink slug={entry.slug} title={title ?? slugInWords(entry.slug)} />
        {'from' in entry && (
          <span className="text-subtle tabular-nums">
            {formatDay(entry.from)} <ArrowRight aria-label="to" className="inline size-3.5" />{' '}
            {formatDay(entry.to)}
          </span>
        )}
      </div>
      <p className="text-subtle leading-relaxed">{entry.reason}</p>
    </li>
  )
}

/** A problem may be moved more than once: as new work and as review. */
function keyOf(entry: Entry): string {
  return 'from' in entry ? `${entry.slug} ${entry.from} ${entry.to}` : `${entry.slug} ${entry.reason}`
}
