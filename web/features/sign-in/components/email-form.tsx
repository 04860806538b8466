'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useRef, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Field } from '@/components/ui/field.tsx'
import { Input } from '@/components/ui/input.tsx'
import { routes } from '@/lib/routes.ts'
import { useFieldErrors } from '@/lib/use-field-errors.ts'
import { requestSignInLink } from '../actions.ts'

export function EmailForm({ returnTo }: { returnTo: string }) {
  const router = useRouter()
  const { errors, setErrors, answered } = useFieldErrors<'email'>()
  const [sending, setSending] = useState(false)
  const isUnderWay = useRef(false)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    // A second press comes before the button shows the first: one link is enough.
    if (isUnderWay.current) return
    isUnderWay.current = true
    // Read from the field and not kept in state: what is typed before the page's scripts run counts too.
    const email = String(new FormData(event.currentTarget).get('email') ?? '')
    setErrors({})
    setSending(true)
    const answer = await requestSignInLink({ email, returnTo })
    if (answer.sent) return router.push(routes.checkEmail)
    isUnderWay.current = false
    setErrors({ email: answer.message })
    setSending(false)
  }

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <Field label="Email" htmlFor="email" error={errors.email}>
        <Input
          type="email"
          name="email"
          autoComplete="email"
          inputMode="email"
          placeholder="name@example.org"
          className="h-11"
          required
          onChange={() => answered('email')}
        />
      </Field>
      <Button type="submit" loading={sending} className="h-11 w-full">
        Email me a sign-in link
      </Button>
    </form>
  )
}
