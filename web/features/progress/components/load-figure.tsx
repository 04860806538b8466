'use client'

import type { Load } from '@codify/api/contract'
import dynamic from 'next/dynamic'
import { Skeleton } from '@/components/ui/skeleton.tsx'
import { formatDay, formatMinutes } from '@/lib/calendar-day.ts'
import { loadInWords } from '../words.ts'
import { Key } from './chart-parts.tsx'
import { DataTable } from './data-table.tsx'
import { Figure } from './figure.tsx'
import { Stripes } from './stripes.tsx'

const LoadChart = dynamic(() => import('./load-chart.tsx').then((module) => module.LoadChart), {
  ssr: false,
  loading: () => <Skeleton className="h-full" />,
})

const freeWords = { break: 'day off', no_study_day: 'no study day' }

/** Chart of the planned minutes of the next fourteen days. */
export function LoadFigure({ load, planEnd }: { load: Load; planEnd: string | null }) {
  const common = { id: 'next-14-days', title: 'The next 14 days', says: loadInWords(load, planEnd) }
  if (load.days.every((day) => day.new_minutes + day.review_minutes === 0)) return <Figure {...common} />
  return (
    <Figure
      {...common}
      instead={{
        label: 'The days as a table',
        content: (
          <DataTable
            caption="New problems and reviews of the next 14 days"
            columns={['Day', 'New', 'Reviews']}
            rows={load.days.map((day) => ({
              key: day.date,
              cells: [
                `${formatDay(day.date)}${day.free === null ? '' : `, ${freeWords[day.free]}`}`,
                formatMinutes(day.new_minutes),
                formatMinutes(day.review_minutes),
              ],
            }))}
          />
        ),
      }}
    >
      <div className="h-60">
        <LoadChart load={load} />
      </div>
      <ul className="-mt-2 flex flex-wrap gap-x-5 gap-y-1">
        <Key swatch={<span className="size-3 rounded-sm bg-accent" />}>New problems</Key>
        <Key
          swatch={
            <svg aria-hidden="true" viewBox="0 0 12 12" className="size-3 rounded-sm">
              <defs>
                <Stripes id="reviews-in-key" />
              </defs>
              <rect
                width="12"
                height="12"
                fill="url(#reviews-in-key)"
                stroke="var(--chart-review)"
                strokeWidth="3"
              />
            </svg>
          }
        >
          Reviews
        </Key>
        <Key swatch={<span className="w-4 border-subtle border-t border-dashed" />}>
          At most {formatMinutes(load.limit)} a day
        </Key>
      </ul>
    </Figure>
  )
}
