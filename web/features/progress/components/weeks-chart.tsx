'use client'

import type { ProgressWeek } from '@codify/api/contract'
import { Bar, BarChart, CartesianGrid, Tooltip, XAxis, YAxis } from 'recharts'
import { formatDay, formatDayRange } from '@/lib/calendar-day.ts'
import { axisLook, ColumnTip, chartMargin, gridLook, hours, hourTicks } from './chart-parts.tsx'

/** Two columns a week: hollow for what was planned, filled for what was done. */
export function WeeksChart({ weeks }: { weeks: ProgressWeek[] }) {
  const ticks = hourTicks(Math.max(...weeks.flatMap(({ planned, actual }) => [planned, actual])))
  return (
    <BarChart
      responsive
      data={weeks}
      margin={chartMargin}
      barGap={2}
      barCategoryGap="22%"
      className="h-full w-full"
      aria-label="Planned and practised minutes by week. The arrow keys go from week to week."
    >
      <CartesianGrid {...gridLook} />
      <XAxis
        {...axisLook}
        dataKey="from"
        tickFormatter={(from: string) => formatDay(from, 'date')}
        interval="preserveStart"
        minTickGap={16}
      />
      <YAxis {...axisLook} width={40} ticks={ticks} domain={[0, ticks.at(-1) ?? 60]} tickFormatter={hours} />
      <Tooltip
        cursor={{ fill: 'var(--muted)', stroke: 'none' }}
        isAnimationActive={false}
        content={({ active, label }) => {
          const week = active ? weeks.find(({ from }) => from === label) : undefined
          if (!week) return null
          const rows = [
            { label: 'Planned', minutes: week.planned },
            { label: 'Practised', minutes: week.actual },
          ]
          return <ColumnTip title={formatDayRange(week.from, week.to)} rows={rows} />
        }}
      />
      <Bar
        dataKey="planned"
        fill="var(--surface)"
        stroke="var(--chart-plan)"
        strokeWidth={1.5}
        radius={[4, 4, 0, 0]}
        maxBarSize={26}
        isAnimationActive={false}
      />
      <Bar
        dataKey="actual"
        fill="var(--accent)"
        radius={[4, 4, 0, 0]}
        maxBarSize={26}
        isAnimationActive={false}
      />
    </BarChart>
  )
}
