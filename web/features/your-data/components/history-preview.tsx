import type { History, HistoryLine } from '@codify/api/contract'
import { Badge } from '@/components/ui/badge.tsx'

const states: Record<HistoryLine['state'], { label: string; tone: 'success' | 'neutral' }> = {
  new: { label: 'New', tone: 'success' },
  known: { label: 'Known already', tone: 'neutral' },
  repeated: { label: 'Twice in the list', tone: 'neutral' },
}

/** What a pasted list was read as, before anything is saved. */
export function HistoryPreview({ history: { matched, unmatched } }: { history: History }) {
  return (
    <div className="flex flex-col gap-5">
      {unmatched.length > 0 && (
        <section aria-labelledby="unmatched">
          <h3 id="unmatched" className="font-medium text-sm">
            {unmatched.length === 1
              ? 'One line was not understood'
              : `${unmatched.length} lines were not understood`}
          </h3>
          <ul className="mt-2 flex max-h-40 flex-col gap-2 overflow-y-auto text-sm">
            {unmatched.map(({ line, text, reason }) => (
              <li key={line} className="rounded-md bg-warning-soft px-3 py-2">
                <span className="break-all font-mono text-xs">
                  {line}: {text}
                </span>
                <span className="block text-subtle">{reason}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {matched.length > 0 && (
        <section
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by the keyboard
          tabIndex={0}
          aria-label="What was read"
          className="max-h-80 overflow-auto rounded-lg border border-border"
        >
          <table className="w-full text-left text-sm">
            <thead className="bg-muted text-subtle text-xs">
              <tr>
                <Head>Line</Head>
                <Head>Problem</Head>
                <Head>Date</Head>
                <Head>Minutes</Head>
                <Head>Saved as</Head>
              </tr>
            </thead>
            <tbody className="divide-y divide-border">
              {matched.map(({ line, title, date, minutes, outcome, state }) => (
                <tr key={line}>
                  <td className="px-3 py-2 text-subtle tabular-nums">{line}</td>
                  <td className="px-3 py-2 font-medium">{title}</td>
                  <td className="whitespace-nowrap px-3 py-2 tabular-nums">{date ?? '–'}</td>
                  <td className="px-3 py-2 tabular-nums">{minutes ?? '–'}</td>
                  <td className="whitespace-nowrap px-3 py-2">
                    <Badge tone={states[state].tone}>
                      {state === 'new' && outcome !== 'solved' ? `New, ${outcome}` : states[state].label}
                    </Badge>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  )
}

function Head({ children }: { children: string }) {
  return (
    <th scope="col" className="px-3 py-2 font-medium">
      {children}
    </th>
  )
}
