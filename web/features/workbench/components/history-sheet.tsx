'use client'

import type { Submission, SubmissionItem } from '@codify/api/contract'
import { History } from 'lucide-react'
import { useState } from 'react'
import { LocalTime } from '@/components/local-time.tsx'
import { Badge } from '@/components/ui/badge.tsx'
import { Button } from '@/components/ui/button.tsx'
import { IconButton } from '@/components/ui/icon-button.tsx'
import { Sheet } from '@/components/ui/sheet.tsx'
import { Spinner } from '@/components/ui/spinner.tsx'
import { messageOf } from '@/lib/browser-api.ts'
import { fetchSubmission, fetchSubmissions } from '../actions.ts'
import { languageLabels } from '../preferences.ts'
import { outcomeLooks } from '../verdict.ts'

type HistorySheetProps = { slug: string; onTake: (submission: Submission) => void }

/** Earlier submissions at this problem, and their code on request. */
export function HistorySheet({ slug, onTake }: HistorySheetProps) {
  const [isOpen, setIsOpen] = useState(false)
  const [items, setItems] = useState<SubmissionItem[]>([])
  const [cursor, setCursor] = useState<string | null>(null)
  const [state, setState] = useState<{ isLoading: boolean; error: string | null }>({
    isLoading: false,
    error: null,
  })

  async function load(from?: string) {
    setState({ isLoading: true, error: null })
    try {
      const page = await fetchSubmissions({ slug, cursor: from })
      setItems((before) => (from === undefined ? page.items : [...before, ...page.items]))
      setCursor(page.next_cursor)
      setState({ isLoading: false, error: null })
    } catch (error) {
      setState({ isLoading: false, error: messageOf(error) })
    }
  }

  function toggle(open: boolean) {
    setIsOpen(open)
    if (open) void load()
  }

  return (
    <Sheet
      title="Submissions"
      description="How the tests went in your own browser. Nobody else sees them."
      open={isOpen}
      onOpenChange={toggle}
      className="sm:max-w-lg"
      trigger={
        <IconButton label="Earlier submissions" size="sm">
          <History aria-hidden />
        </IconButton>
      }
    >
      {state.error && (
        <p role="alert" className="mb-4 text-danger text-sm">
          {state.error}
        </p>
      )}
      {!state.isLoading && !state.error && items.length === 0 && (
        <p className="text-sm text-subtle">Nothing submitted yet.</p>
      )}
      <ul className="flex flex-col gap-3">
        {items.map((item) => (
          <SubmissionRow
            key={item.id}
            item={item}
            onTake={(submission) => {
              setIsOpen(false)
              onTake(submission)
            }}
          />
        ))}
      </ul>
      {state.isLoading && (
        <p className="flex items-center gap-2 py-4 text-sm text-subtle">
          <Spinner /> Loading …
        </p>
      )}
      {cursor !== null && !state.isLoading && (
        <Button variant="secondary" size="sm" className="mt-4" onClick={() => load(cursor)}>
          Show earlier ones
        </Button>
      )}
    </Sheet>
  )
}

function SubmissionRow({ item, onTake }: { item: SubmissionItem; onTake: (submission: Submission) => void }) {
  const [shown, setShown] = useState<Submission | null>(null)
  const [error, setError] = useState<string | null>(null)
  const { label, tone } = outcomeLooks[item.outcome]

  async function show() {
    setError(null)
    try {
      setShown(await fetchSubmission(item.id))
    } catch (failed) {
      setError(messageOf(failed))
    }
  }

  return (
    <li className="flex flex-col gap-3 rounded-lg border border-border px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        <Badge tone={tone}>{label}</Badge>
        <span className="tabular-nums">
          {item.passed} of {item.total}
        </span>
        <span className="text-subtle">{languageLabels[item.language]}</span>
        <span className="ml-auto text-subtle text-xs">
          <LocalTime moment={item.created_at} />
        </span>
      </div>
      {shown ? (
        <>
          <section
            aria-label="Its code"
            // A box that scrolls needs a stop for the keyboard.
            // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
            tabIndex={0}
            className="max-h-72 overflow-auto rounded-md bg-muted p-3"
          >
            <pre className="font-mono text-[0.8125rem] leading-5">{shown.code}</pre>
          </section>
          <Button variant="secondary" size="sm" className="self-start" onClick={() => onTake(shown)}>
            Put it into the editor
          </Button>
        </>
      ) : (
        <Button variant="ghost" size="sm" className="self-start" onClick={show}>
          Show its code
        </Button>
      )}
      {error && (
        <p role="alert" className="text-danger text-sm">
          {error}
        </p>
      )}
    </li>
  )
}
