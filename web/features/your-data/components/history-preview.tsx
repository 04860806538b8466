import type { History, HistoryLine } from '@codify/api/contract'
import { Badge, type BadgeTone } from '@/components/ui/badge.tsx'
import { formatDay } from '@/lib/calendar-day.ts'

type Row = {
  line: number
  /** The problem where one was found, else the pasted words. */
  title: string
  isProblem: boolean
  outcome: string | null
  date: string | null
  minutes: number | null
  result: { label: string; tone: BadgeTone }
  note: string | null
}

const results: Record<HistoryLine['state'], Row['result']> = {
  new: { label: 'New', tone: 'success' },
  known: { label: 'Known already', tone: 'neutral' },
  repeated: { label: 'Twice in the list', tone: 'neutral' },
  undated: { label: 'Which day?', tone: 'warning' },
  ambiguous: { label: 'Day or month?', tone: 'warning' },
}

const outcomes: Record<HistoryLine['outcome'], string> = {
  solved: 'Solved',
  tried: 'Tried',
  stuck: 'Stuck',
  skipped: 'Skipped',
}

/** The reading of a pasted text, line by line in its own order, before anything is saved. */
export function HistoryPreview({ history }: { history: History }) {
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by the keyboard
      tabIndex={0}
      aria-label="How each line was read"
      className="max-h-[44dvh] min-h-40 sm:max-h-[38dvh] overflow-auto rounded-lg border border-border"
    >
      <table className="w-full text-left text-sm">
        <thead className="sticky top-0 bg-muted text-subtle text-xs">
          <tr>
            <Head>Line</Head>
            <Head>Problem</Head>
            <Head wide>Outcome</Head>
            <Head wide>Date</Head>
            <Head wide>Minutes</Head>
            <Head>Result</Head>
          </tr>
        </thead>
        <tbody className="divide-y divide-border">
          {rowsOf(history).map((row) => (
            <Line key={row.line} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

const cell = 'px-2 py-2.5 align-top leading-5 first:pl-3 last:pr-3 sm:px-3'
/** Not on a phone, where the problem's cell says it. */
const wideCell = `${cell} hidden whitespace-nowrap sm:table-cell`

function Line({ row }: { row: Row }) {
  const date = row.date && formatDay(row.date, 'full')
  const said = [row.outcome, date, row.minutes && `${row.minutes} min`].filter(Boolean).join(' · ')
  return (
    <tr>
      <td className={`${cell} text-subtle tabular-nums`}>{row.line}</td>
      <td className={cell}>
        <span className={row.isProblem ? 'font-medium' : 'break-all font-mono text-xs'}>{row.title}</span>
        {said && <span className="block text-subtle text-xs tabular-nums sm:hidden">{said}</span>}
        {row.note && <span className="mt-0.5 block text-subtle text-xs leading-relaxed">{row.note}</span>}
      </td>
      <td className={wideCell}>{row.outcome ?? '–'}</td>
      <td className={`${wideCell} tabular-nums`}>{date ?? '–'}</td>
      <td className={`${wideCell} tabular-nums`}>{row.minutes ?? '–'}</td>
      <td className={`${cell} whitespace-nowrap`}>
        <Badge tone={row.result.tone}>{row.result.label}</Badge>
      </td>
    </tr>
  )
}

function rowsOf({ matched, left_out, unmatched }: History): Row[] {
  const nothing = { outcome: null, date: null, minutes: null }
  return [
    ...matched.map(({ line, title, outcome, date, minutes, state, note }) => {
      const row = { line, title, date, minutes, note, isProblem: true }
      return { ...row, outcome: outcomes[outcome], result: results[state] }
    }),
    ...left_out.map(({ line, text, title, reason }) => ({
      ...nothing,
      line,
      title: title ?? text,
      isProblem: title !== null,
      result: { label: 'Left out', tone: 'neutral' as const },
      note: reason,
    })),
    ...unmatched.map(({ line, text, reason }) => ({
      ...nothing,
      line,
      title: text,
      isProblem: false,
      result: { label: 'Not understood', tone: 'danger' as const },
      note: reason,
    })),
  ].sort((a, b) => a.line - b.line)
}

function Head({ children, wide = false }: { children: string; wide?: boolean }) {
  return (
    <th
      scope="col"
      className={`px-2 py-2 font-medium first:pl-3 last:pr-3 sm:px-3 ${wide ? 'hidden sm:table-cell' : ''}`}
    >
      {children}
    </th>
  )
}
