'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Dialog, DialogActions, DialogClose } from '@/components/ui/dialog.tsx'
import { Field } from '@/components/ui/field.tsx'
import { Input } from '@/components/ui/input.tsx'
import { messageOf } from '@/lib/browser-api.ts'
import { deleteAccount } from '../actions.ts'

const phrase = 'delete my account'

/** Nothing brings the data back, so the learner types that they mean it. */
export function DeleteAccount() {
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<string>()
  const [deleting, setDeleting] = useState(false)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (typed.trim().toLowerCase() !== phrase) return setError(`Type “${phrase}” to go on.`)
    setError(undefined)
    setDeleting(true)
    try {
      await deleteAccount()
    } catch (cause) {
      setError(messageOf(cause))
      setDeleting(false)
    }
  }

  return (
    <Dialog
      title="Delete your account"
      description="Your intake, plans, attempts, upvotes and comments are deleted at once and for good. Download your data first if you want to keep it."
      trigger={<Button variant="danger">Delete my account</Button>}
    >
      <form onSubmit={submit} noValidate>
        <Field label={`Type “${phrase}” to confirm`} htmlFor="confirm-delete" error={error}>
          <Input
            autoComplete="off"
            autoCapitalize="none"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </Field>
        <DialogActions>
          <DialogClose asChild>
            <Button variant="secondary">Keep my account</Button>
          </DialogClose>
          <Button type="submit" variant="danger" loading={deleting}>
            Delete everything
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
