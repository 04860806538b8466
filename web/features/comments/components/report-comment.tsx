'use client'

import { type ReportReason, reportReasons } from '@codify/api/contract'
import { type FormEvent, useId, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Dialog, DialogActions, DialogClose } from '@/components/ui/dialog.tsx'
import { Field } from '@/components/ui/field.tsx'
import { RadioCards } from '@/components/ui/radio-cards.tsx'
import { Textarea } from '@/components/ui/textarea.tsx'
import { toast } from '@/components/ui/toaster.tsx'
import { isSignedOut, messageOf } from '@/lib/browser-api.ts'
import { useSignIn } from '@/lib/use-sign-in.ts'
import { reportComment } from '../actions.ts'
import { reportReasonLabels } from '../labels.ts'

const options = reportReasons.map((value) => ({ value, label: reportReasonLabels[value] }))

/** Tells the moderators of another learner's comment, once. */
export function ReportComment({ id, author, reported }: { id: string; author: string; reported: boolean }) {
  const { signInAgain } = useSignIn()
  const noteId = useId()
  const [open, setOpen] = useState(false)
  const [done, setDone] = useState(reported)
  const [reason, setReason] = useState<ReportReason>('spam')
  const [note, setNote] = useState('')
  const [sending, setSending] = useState(false)

  async function send(event: FormEvent) {
    event.preventDefault()
    setSending(true)
    try {
      await reportComment(id, { reason, note })
      setDone(true)
      setOpen(false)
      toast.success('Reported. A moderator will look at it.')
    } catch (error) {
      if (isSignedOut(error)) signInAgain()
      toast.error('The comment was not reported', { description: messageOf(error) })
    } finally {
      setSending(false)
    }
  }

  if (done) return <p className="ml-2 text-subtle text-xs">You reported this comment.</p>
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title="Report this comment"
      description="Moderators see what you choose and write here, and not who you are."
      trigger={
        <Button
          variant="ghost"
          size="sm"
          aria-label={`Report the comment by ${author}`}
          className="h-7 px-2 text-subtle text-xs"
        >
          Report
        </Button>
      }
    >
      <form onSubmit={send} className="flex flex-col gap-4">
        <RadioCards
          options={options}
          value={reason}
          onValueChange={setReason}
          ariaLabel="What is wrong with it"
          className="gap-2 sm:grid-cols-1"
        />
        <Field label="Anything to add (optional)" htmlFor={noteId}>
          <Textarea value={note} maxLength={500} rows={2} onChange={(event) => setNote(event.target.value)} />
        </Field>
        <DialogActions>
          <DialogClose asChild>
            <Button variant="secondary">Cancel</Button>
          </DialogClose>
          <Button type="submit" loading={sending}>
            Report comment
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
