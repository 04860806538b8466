import type { Activity } from '@codify/api/contract'
import { formatDay, formatMinutes, formatMonth } from '@/lib/calendar-day.ts'
import { yearInWords } from '../words.ts'
import { monthsOf, sizeLimits, weeksOfYear, type YearCell } from '../year.ts'
import { DataTable } from './data-table.tsx'
import { Figure } from './figure.tsx'

const step = 15
const head = 18
const side = 34
const sides = [2.5, 5, 7.5, 10, 12.5] as const
const weekdays = [
  { at: 0, label: 'Mon' },
  { at: 2, label: 'Wed' },
  { at: 4, label: 'Fri' },
]

/** A square a day, larger the longer the practice. */
export function YearFigure({ activity }: { activity: Activity }) {
  const says = yearInWords(activity)
  const common = { id: 'the-last-year', title: 'The last year', says }
  if (activity.days.length === 0) return <Figure {...common} />
  const weeks = weeksOfYear(activity)
  const [width, height] = [side + weeks.length * step, head + 7 * step]
  return (
    <Figure
      {...common}
      instead={{
        label: 'The months as a table',
        content: (
          <DataTable
            caption="Practice by month, the newest first"
            columns={['Month', 'Days', 'Attempts', 'Time']}
            rows={monthsOf(activity).map(({ month, title, days, attempts, minutes }) => ({
              key: month,
              cells: [title, days, attempts, formatMinutes(minutes)],
            }))}
          />
        ),
      }}
    >
      {/* Laid out from the right, so that on a phone the newest weeks are seen first. */}
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by the keyboard
        tabIndex={0}
        aria-label="Every day of the last year"
        dir="rtl"
        className="overflow-x-auto rounded-md pb-1"
      >
        <svg
          role="img"
          aria-label={says}
          // Texts of the picture run the usual way.
          direction="ltr"
          viewBox={`0 0 ${width} ${height}`}
          style={{ minWidth: width * 0.85 }}
          className="block w-full"
        >
          {weekdays.map(({ at, label }) => (
            <text key={label} x={0} y={head + at * step + 11} className="fill-subtle text-[10px]">
              {label}
            </text>
          ))}
          {weeks.map((week, column) => (
            <g key={firstOf(week)?.date}>
              {startsMonth(week, column) && (
                <text x={side + column * step} y={10} className="fill-subtle text-[10px]">
                  {formatMonth(startsMonth(week, column)).slice(0, 3)}
                </text>
              )}
              {week.map((cell, row) => cell && <Square key={cell.date} {...{ cell, column, row }} />)}
            </g>
          ))}
        </svg>
      </section>
      <ul className="-mt-2 flex flex-wrap items-center gap-x-5 gap-y-1 text-subtle text-xs tabular-nums">
        {sizeLimits.map((limit, at) => (
          <Size key={limit} side={sides[at + 1]}>
            up to {limit} min
          </Size>
        ))}
        <Size side={sides[4]}>more</Size>
      </ul>
    </Figure>
  )
}

function Square({ cell, column, row }: { cell: YearCell; column: number; row: number }) {
  const length = sides[cell.size]
  const inset = (step - length) / 2
  return (
    <rect
      x={side + column * step + inset}
      y={head + row * step + inset}
      width={length}
      height={length}
      rx={length / 4}
      className={cell.size === 0 ? 'fill-border' : 'fill-accent'}
    >
      <title>{`${formatDay(cell.date, 'full')}: ${cell.attempts === 0 ? 'no practice' : formatMinutes(cell.minutes)}`}</title>
    </rect>
  )
}

function Size({ side: length = 0, children }: { side: number | undefined; children: React.ReactNode }) {
  return (
    <li className="flex items-center gap-2">
      <span aria-hidden className="flex size-3.5 items-center justify-center">
        <span className="rounded-[25%] bg-accent" style={{ width: length, height: length }} />
      </span>
      {children}
    </li>
  )
}

function firstOf(week: (YearCell | null)[]): YearCell | undefined {
  return week.find((cell) => cell !== null) ?? undefined
}

/** The first day of a month, in the week that holds it; the first week names its month when there is room. */
function startsMonth(week: (YearCell | null)[], column: number): string {
  const first = week.find((cell) => cell?.date.endsWith('-01'))
  if (first) return first.date
  const day = firstOf(week)?.date ?? ''
  return column === 0 && Number(day.slice(8)) <= 10 ? day : ''
}
