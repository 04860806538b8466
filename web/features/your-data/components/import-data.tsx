'use client'

import { heldKinds, IMPORT_MAX_BYTES, type Imported } from '@codify/api/contract'
import { CircleAlert, CircleCheck, Upload } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useId, useRef, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Progress } from '@/components/ui/progress.tsx'
import { ApiError, messageOf } from '@/lib/browser-api.ts'
import { importFile } from '../actions.ts'

type State =
  | { kind: 'idle' }
  | { kind: 'sending'; share: number }
  | { kind: 'done'; result: Imported }
  | { kind: 'refused'; message: string; fields: { field: string; message: string }[] }

/** Reads an export into an account that is still empty. */
export function ImportData() {
  const router = useRouter()
  const [state, setState] = useState<State>({ kind: 'idle' })
  const input = useRef<HTMLInputElement>(null)
  const id = useId()

  async function read(file: File) {
    if (file.size > IMPORT_MAX_BYTES)
      return setState({ kind: 'refused', message: 'A file may have at most 20 MB.', fields: [] })
    setState({ kind: 'sending', share: 0 })
    try {
      const result = await importFile({ file, onProgress: (share) => setState({ kind: 'sending', share }) })
      setState({ kind: 'done', result })
      router.refresh()
    } catch (error) {
      const fields = error instanceof ApiError ? error.errors : []
      const message = fields.length > 0 ? 'This file cannot be read. Nothing was changed.' : messageOf(error)
      setState({ kind: 'refused', message, fields })
    }
  }

  return (
    <div className="flex flex-col gap-4">
      <input
        ref={input}
        id={id}
        type="file"
        accept="application/json,.json"
        className="sr-only"
        tabIndex={-1}
        aria-label="File to import"
        onChange={(event) => {
          const [file] = event.target.files ?? []
          // So that the same file can be chosen again after it was mended.
          event.target.value = ''
          if (file) void read(file)
        }}
      />
      <div>
        <Button variant="secondary" loading={state.kind === 'sending'} onClick={() => input.current?.click()}>
          <Upload aria-hidden />
          Import a file
        </Button>
      </div>
      <div aria-live="polite">
        {state.kind === 'sending' && (
          <div className="flex flex-col gap-2 text-sm text-subtle">
            <span>{state.share < 1 ? 'Sending the file' : 'Checking and saving it'}</span>
            <Progress
              value={Math.round(state.share * 100)}
              ariaLabel="Import"
              valueText={`${Math.round(state.share * 100)} % sent`}
            />
          </div>
        )}
        {state.kind === 'done' && <Result result={state.result} />}
        {state.kind === 'refused' && (
          <div className="flex flex-col gap-2 text-sm">
            <p className="flex items-start gap-2 text-danger">
              <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
              {state.message}
            </p>
            {state.fields.length > 0 && (
              <ul className="flex flex-col gap-1 text-subtle">
                {state.fields.slice(0, 5).map(({ field, message }) => (
                  <li key={field} className="break-words">
                    <code className="rounded bg-muted px-1 py-0.5 text-xs">{field}</code> {message}
                  </li>
                ))}
                {state.fields.length > 5 && <li>… and {state.fields.length - 5} more.</li>}
              </ul>
            )}
          </div>
        )}
      </div>
    </div>
  )
}

function Result({ result: { imported, left_out, hidden } }: { result: Imported }) {
  const counts = new Map<string, number>(Object.entries(imported))
  const brought = heldKinds.flatMap(({ kind, label }) => {
    const rows = counts.get(kind) ?? 0
    return rows > 0 ? [{ kind, label, rows }] : []
  })
  return (
    <div className="flex flex-col gap-3 text-sm">
      <p className="flex items-start gap-2 font-medium">
        <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-success" />
        {brought.length > 0 ? 'Imported, all of it:' : 'The file was read; it held nothing.'}
      </p>
      <dl className="grid gap-x-8 gap-y-1 sm:grid-cols-2">
        {brought.map(({ kind, label, rows }) => (
          <div key={kind} className="flex justify-between gap-4">
            <dt className="text-subtle">{label}</dt>
            <dd className="tabular-nums">{rows.toLocaleString('en-GB')}</dd>
          </div>
        ))}
      </dl>
      {hidden.comments > 0 && (
        <p className="text-subtle">
          Only you see the imported comments. Post one again to show it to others.
        </p>
      )}
      {left_out.reports > 0 && (
        <p className="text-subtle">
          Left out: {left_out.reports} reports of comments, which were made to the moderators there.
        </p>
      )}
    </div>
  )
}
