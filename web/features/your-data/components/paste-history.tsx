'use client'

import { HISTORY_TEXT_MAX, type History } from '@codify/api/contract'
import { ClipboardPaste } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useRef, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Dialog, DialogActions, DialogClose } from '@/components/ui/dialog.tsx'
import { Field } from '@/components/ui/field.tsx'
import { Textarea } from '@/components/ui/textarea.tsx'
import { toast } from '@/components/ui/toaster.tsx'
import { ApiError, messageOf } from '@/lib/browser-api.ts'
import { pasteHistory } from '../actions.ts'
import { countOf } from '../counted-attempts.ts'
import { HistoryPreview } from './history-preview.tsx'
import { type Answers, HistoryQuestions } from './history-questions.tsx'

const example = `two-sum, 2026-03-01, 20
https://leetcode.com/problems/3sum/
- [x] Climbing Stairs, stuck, 2 Mar 2026`

/** A list of what was solved elsewhere becomes attempts: looked at and asked about first, saved then. */
export function PasteHistory() {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const [answers, setAnswers] = useState<Answers>({})
  const [preview, setPreview] = useState<History>()
  const [error, setError] = useState<string>()
  const [dateError, setDateError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const newest = useRef(0)
  const id = useId()

  function reset(next: boolean) {
    setOpen(next)
    back()
  }

  function back() {
    newest.current += 1
    setPreview(undefined)
    setAnswers({})
    setError(undefined)
    setDateError(undefined)
    setBusy(false)
  }

  /** An answer that a newer question overtook is left alone. */
  async function ask({
    dryRun,
    with: given,
  }: {
    dryRun: boolean
    with: Answers
  }): Promise<History | undefined> {
    newest.current += 1
    const mine = newest.current
    setBusy(true)
    setError(undefined)
    setDateError(undefined)
    try {
      const answer = await pasteHistory({ text, dry_run: dryRun, ...given })
      return newest.current === mine ? answer : undefined
    } catch (cause) {
      if (newest.current !== mine) return undefined
      const wrong = cause instanceof ApiError ? cause.errors.find(({ field }) => field === 'date') : undefined
      if (wrong) setDateError(wrong.message)
      else setError(messageOf(cause))
      return undefined
    } finally {
      if (newest.current === mine) setBusy(false)
    }
  }

  async function look(given: Answers) {
    setAnswers(given)
    const read = await ask({ dryRun: true, with: given })
    if (read) setPreview(read)
  }

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (text.trim() === '') return setError('Paste at least one line.')
    if (!preview) return void look(answers)
    const done = await ask({ dryRun: false, with: answers })
    if (!done) return
    toast.success(`${countOf(done.saved)} saved`, { description: 'For a day you can take them back here.' })
    setText('')
    reset(false)
    router.refresh()
  }

  return (
    <Dialog
      title="Add what you solved elsewhere"
      description={
        preview
          ? 'This is how each line was read. Nothing is saved yet.'
          : 'A list of solved problems or a table of your own: titles, links, slugs or LeetCode numbers, and what you have of date, outcome and minutes. A line that says nothing else counts as solved.'
      }
      className="max-w-3xl"
      open={open}
      onOpenChange={reset}
      trigger={
        <Button variant="secondary">
          <ClipboardPaste aria-hidden />
          Paste a list
        </Button>
      }
    >
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        {preview ? (
          <>
            <HistoryQuestions
              history={preview}
              answers={answers}
              error={dateError}
              onAnswer={(given) => void look(given)}
            />
            <p aria-live="polite" className="text-sm">
              {summaryOf(preview)}
            </p>
            <HistoryPreview history={preview} />
          </>
        ) : (
          <Field label="Solved problems" htmlFor={`${id}-text`} {...(error === undefined ? {} : { error })}>
            <Textarea
              value={text}
              rows={10}
              maxLength={HISTORY_TEXT_MAX}
              spellCheck={false}
              placeholder={example}
              className="max-h-72 font-mono text-sm"
              onChange={(event) => setText(event.target.value)}
            />
          </Field>
        )}
        {preview && error && (
          <p role="alert" className="text-danger text-sm">
            {error}
          </p>
        )}
        <DialogActions>
          {preview ? (
            <Button variant="secondary" onClick={back}>
              Change the list
            </Button>
          ) : (
            <DialogClose asChild>
              <Button variant="secondary">Cancel</Button>
            </DialogClose>
          )}
          <Button
            type="submit"
            loading={busy}
            disabled={preview !== undefined && (preview.saved === 0 || dateError !== undefined)}
          >
            {preview ? `Save ${countOf(preview.saved)}` : 'Preview'}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

function summaryOf({ saved, matched, left_out, unmatched }: History): string {
  const open = matched.filter(({ state }) => state === 'undated' || state === 'ambiguous').length
  const held = matched.length - open - saved
  const parts = [
    `${saved} new`,
    held > 0 && `${held} known already or repeated`,
    open > 0 && `${open} with a question`,
    left_out.length > 0 && `${left_out.length} left out`,
    unmatched.length > 0 && `${unmatched.length} not understood`,
  ]
  return parts.filter(Boolean).join(' · ')
}
