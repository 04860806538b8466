'use client'

import type { Load } from '@codify/api/contract'
import { Bar, BarChart, CartesianGrid, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts'
import { formatDay } from '@/lib/calendar-day.ts'
import { axisLook, ColumnTip, chartMargin, gridLook, hours, hourTicks } from './chart-parts.tsx'
import { Stripes } from './stripes.tsx'

/** A column a day: new problems filled, reviews striped, and the line that no day goes over. */
export function LoadChart({ load: { days, limit } }: { load: Load }) {
  const fullest = Math.max(...days.map((day) => day.new_minutes + day.review_minutes))
  const ticks = hourTicks(Math.max(limit, fullest))
  return (
    <BarChart
      responsive
      data={days}
      margin={chartMargin}
      className="h-full w-full"
      aria-label="Minutes that lie ahead by day. The arrow keys go from day to day."
    >
      <defs>
        <Stripes id="reviews-in-chart" />
      </defs>
      <CartesianGrid {...gridLook} />
      <XAxis
        {...axisLook}
        dataKey="date"
        tickFormatter={(date: string) => formatDay(date, 'date')}
        interval="preserveStart"
        minTickGap={14}
      />
      <YAxis {...axisLook} width={40} ticks={ticks} domain={[0, ticks.at(-1) ?? 60]} tickFormatter={hours} />
      <ReferenceLine y={limit} stroke="var(--subtle)" strokeDasharray="4 4" />
      <Tooltip
        cursor={{ fill: 'var(--muted)', stroke: 'none' }}
        isAnimationActive={false}
        content={({ active, label }) => {
          const day = active ? days.find(({ date }) => date === label) : undefined
          if (!day) return null
          const rows = [
            { label: 'New', minutes: day.new_minutes },
            { label: 'Reviews', minutes: day.review_minutes },
          ]
          return <ColumnTip title={formatDay(day.date, 'long')} rows={rows} />
        }}
      />
      <Bar
        dataKey="new_minutes"
        stackId="day"
        fill="var(--accent)"
        maxBarSize={32}
        isAnimationActive={false}
      />
      <Bar
        dataKey="review_minutes"
        stackId="day"
        fill="url(#reviews-in-chart)"
        stroke="var(--chart-review)"
        strokeWidth={1.5}
        maxBarSize={32}
        isAnimationActive={false}
      />
    </BarChart>
  )
}
