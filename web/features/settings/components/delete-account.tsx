'use client'

import { heldKinds } from '@codify/api/contract'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Dialog, DialogActions, DialogClose } from '@/components/ui/dialog.tsx'
import { Field } from '@/components/ui/field.tsx'
import { Input } from '@/components/ui/input.tsx'
import { messageOf } from '@/lib/browser-api.ts'
import { useFieldErrors } from '@/lib/use-field-errors.ts'
import { deleteAccount } from '../actions.ts'

const phrase = 'delete my account'

/** Nothing brings the data back, so the learner types that they mean it. */
export function DeleteAccount() {
  const [typed, setTyped] = useState('')
  const { errors, setErrors, answered } = useFieldErrors<'typed'>()
  const [deleting, setDeleting] = useState(false)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (typed.trim().toLowerCase() !== phrase) return setErrors({ typed: `Type “${phrase}” to go on.` })
    setErrors({})
    setDeleting(true)
    try {
      await deleteAccount()
    } catch (cause) {
      setErrors({ typed: messageOf(cause) })
      setDeleting(false)
    }
  }

  return (
    <Dialog
      title="Delete your account"
      description="All that Codify holds about you is deleted at once and for good. Download your data first if you want to keep it."
      className="max-w-2xl"
      trigger={<Button variant="danger">Delete my account</Button>}
    >
      <h3 className="font-medium text-sm">This is deleted</h3>
      <ul className="mt-2 mb-4 grid list-disc gap-x-8 gap-y-1 pl-5 text-sm text-subtle leading-relaxed sm:grid-cols-2">
        {heldKinds.map(({ kind, label }) => (
          <li key={kind}>{label}</li>
        ))}
      </ul>
      <p className="mb-5 text-sm text-subtle leading-relaxed">
        Three things stay for a while or without your name: the moment your sessions ended, until the last of
        them has run out; a sign-in link you asked for, until it runs out; and what moderators did, without
        your words and your name.
      </p>
      <form onSubmit={submit} noValidate>
        <Field label={`Type “${phrase}” to confirm`} htmlFor="confirm-delete" error={errors.typed}>
          <Input
            autoComplete="off"
            autoCapitalize="none"
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value)
              answered('typed')
            }}
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
