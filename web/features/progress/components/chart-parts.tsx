'use client'

import type { ReactNode } from 'react'
import { formatMinutes } from '@/lib/calendar-day.ts'

/** The look of axes and grids, from the design's own colours. */
export const axisLook = {
  axisLine: false,
  tickLine: false,
  tick: { fill: 'var(--subtle)', fontSize: 12 },
} as const
export const gridLook = { stroke: 'var(--border)', vertical: false } as const
export const chartMargin = { top: 8, right: 4, bottom: 0, left: 0 } as const

/** Hours on an axis: 90 is 1.5 h. */
export function hours(minutes: number): string {
  return minutes === 0 ? '0' : `${Number((minutes / 60).toFixed(1))}\u00a0h`
}

/** Steps of half hours or whole ones, so that an axis is read at a glance. */
export function hourTicks(most: number): number[] {
  const step = [30, 60, 120, 240, 480, 960].find((minutes) => most / minutes <= 4) ?? 1920
  return Array.from({ length: Math.max(1, Math.ceil(most / step)) + 1 }, (_, at) => at * step)
}

/** Content of a column, beside the pointer or the keyboard's position. */
export function ColumnTip({
  title,
  rows,
}: {
  title: string
  rows: readonly { label: string; minutes: number }[]
}) {
  return (
    <div className="rounded-lg border border-border bg-surface px-3 py-2 text-sm shadow-popover">
      <p className="font-medium">{title}</p>
      {rows.map(({ label, minutes }) => (
        <p key={label} className="flex justify-between gap-6 text-subtle tabular-nums">
          <span>{label}</span>
          <span className="text-foreground">{formatMinutes(minutes)}</span>
        </p>
      ))}
    </div>
  )
}

/** Legend entry. */
export function Key({ swatch, children }: { swatch: ReactNode; children: ReactNode }) {
  return (
    <li className="flex items-center gap-2 text-subtle text-xs">
      {swatch}
      {children}
    </li>
  )
}
