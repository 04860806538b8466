'use client'

import { HISTORY_TEXT_MAX, type History } from '@codify/api/contract'
import { ClipboardPaste } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Dialog, DialogActions, DialogClose } from '@/components/ui/dialog.tsx'
import { Field } from '@/components/ui/field.tsx'
import { Input } from '@/components/ui/input.tsx'
import { Textarea } from '@/components/ui/textarea.tsx'
import { toast } from '@/components/ui/toaster.tsx'
import { messageOf } from '@/lib/browser-api.ts'
import { pasteHistory } from '../actions.ts'
import { HistoryPreview } from './history-preview.tsx'

const example = `two-sum, 2026-03-01, 20
https://leetcode.com/problems/3sum/
217`

/** A list of what was solved elsewhere becomes attempts: looked at first, saved then. */
export function PasteHistory() {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const [date, setDate] = useState('')
  const [preview, setPreview] = useState<History>()
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const id = useId()

  function reset(next: boolean) {
    setOpen(next)
    setPreview(undefined)
    setError(undefined)
  }

  async function send(event: FormEvent) {
    event.preventDefault()
    const isSaving = preview !== undefined
    if (text.trim() === '') return setError('Paste at least one line.')
    setBusy(true)
    setError(undefined)
    try {
      const answer = await pasteHistory({ text, dry_run: !isSaving, ...(date ? { date } : {}) })
      if (!isSaving) return setPreview(answer)
      toast.success(answer.saved === 1 ? '1 attempt saved' : `${answer.saved} attempts saved`)
      setText('')
      reset(false)
      router.refresh()
    } catch (cause) {
      setError(messageOf(cause))
    } finally {
      setBusy(false)
    }
  }

  return (
    <Dialog
      title="Add what you solved elsewhere"
      description="One problem a line: its slug, link, number or title, and if you like the date and the minutes. CSV with a header works as well."
      className="max-w-2xl"
      open={open}
      onOpenChange={reset}
      trigger={
        <Button variant="secondary">
          <ClipboardPaste aria-hidden />
          Paste a list
        </Button>
      }
    >
      <form onSubmit={send} noValidate className="flex flex-col gap-4">
        {preview ? (
          <HistoryPreview history={preview} />
        ) : (
          <>
            <Field label="Solved problems" htmlFor={`${id}-text`} error={error}>
              <Textarea
                value={text}
                rows={8}
                maxLength={HISTORY_TEXT_MAX}
                spellCheck={false}
                placeholder={example}
                className="max-h-72 font-mono text-sm"
                onChange={(event) => setText(event.target.value)}
              />
            </Field>
            <Field
              label="Date of lines that name none"
              hint="Today, unless you choose another day."
              htmlFor={`${id}-date`}
            >
              <Input
                type="date"
                value={date}
                className="sm:w-48"
                onChange={(event) => setDate(event.target.value)}
              />
            </Field>
          </>
        )}
        {preview && error && (
          <p role="alert" className="text-danger text-sm">
            {error}
          </p>
        )}
        <DialogActions>
          {preview ? (
            <Button variant="secondary" onClick={() => setPreview(undefined)}>
              Change the list
            </Button>
          ) : (
            <DialogClose asChild>
              <Button variant="secondary">Cancel</Button>
            </DialogClose>
          )}
          <Button type="submit" loading={busy} disabled={preview?.saved === 0}>
            {preview ? `Save ${preview.saved} ${preview.saved === 1 ? 'attempt' : 'attempts'}` : 'Preview'}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
