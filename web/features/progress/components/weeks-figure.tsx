'use client'

import type { ProgressWeek } from '@codify/api/contract'
import dynamic from 'next/dynamic'
import { Skeleton } from '@/components/ui/skeleton.tsx'
import { formatDayRange, formatMinutes } from '@/lib/calendar-day.ts'
import { shownWeeks, weeksInWords } from '../words.ts'
import { Key } from './chart-parts.tsx'
import { DataTable } from './data-table.tsx'
import { Figure } from './figure.tsx'

const WeeksChart = dynamic(() => import('./weeks-chart.tsx').then((module) => module.WeeksChart), {
  ssr: false,
  loading: () => <Skeleton className="h-full" />,
})

/** Chart of planned and actual minutes, week by week. */
export function WeeksFigure({ weeks }: { weeks: readonly ProgressWeek[] }) {
  const shown = shownWeeks(weeks)
  const common = { id: 'planned-and-practised', title: 'Planned and practised', says: weeksInWords(weeks) }
  if (shown.length === 0) return <Figure {...common} />
  return (
    <Figure
      {...common}
      instead={{
        label: 'The weeks as a table',
        content: (
          <DataTable
            caption="Planned and practised time by week, the newest first"
            columns={['Week', 'Planned', 'Practised']}
            rows={shown.toReversed().map(({ from, to, planned, actual }) => ({
              key: from,
              cells: [formatDayRange(from, to), formatMinutes(planned), formatMinutes(actual)],
            }))}
          />
        ),
      }}
    >
      <div className="h-60">
        <WeeksChart weeks={[...shown]} />
      </div>
      <ul className="-mt-2 flex gap-5">
        <Key swatch={<span className="size-3 rounded-sm border-[1.5px] border-chart-plan" />}>Planned</Key>
        <Key swatch={<span className="size-3 rounded-sm bg-accent" />}>Practised</Key>
      </ul>
    </Figure>
  )
}
