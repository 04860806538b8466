'use client'

import { type CreateToken, scopeNames, type TokenScope, tokenScopes } from '@codify/api/contract'
import { type FormEvent, useId, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Checkbox } from '@/components/ui/checkbox.tsx'
import { Field } from '@/components/ui/field.tsx'
import { Input } from '@/components/ui/input.tsx'
import { Select } from '@/components/ui/select.tsx'

const dayMilliseconds = 86_400_000
const ends = [
  { value: '30', label: 'In 30 days', days: 30 },
  { value: '90', label: 'In 90 days', days: 90 },
  { value: '365', label: 'In a year', days: 365 },
  { value: 'never', label: 'Never', days: null },
]

/** Name, scopes and end of a new token. */
export function TokenForm({
  making,
  onMake,
}: {
  making: boolean
  /** Says whether the token was made. */
  onMake: (token: CreateToken) => Promise<boolean>
}) {
  const id = useId()
  const [name, setName] = useState('')
  const [end, setEnd] = useState('90')
  const [chosen, setChosen] = useState<readonly TokenScope[]>(['plan:read'])
  const [missing, setMissing] = useState(false)

  async function submit(event: FormEvent) {
    event.preventDefault()
    setMissing(chosen.length === 0)
    if (chosen.length === 0) return
    const days = ends.find(({ value }) => value === end)?.days ?? null
    const expires_at = days === null ? null : new Date(Date.now() + days * dayMilliseconds).toISOString()
    if (await onMake({ name, scopes: [...chosen], expires_at })) setName('')
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-5">
      <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_12rem]">
        <Field label="Name" hint="What it is for." htmlFor={`${id}-name`}>
          <Input
            required
            maxLength={60}
            placeholder="Laptop"
            autoComplete="off"
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        </Field>
        <Field label="Ends" hint="It stops working then." htmlFor={`${id}-end`}>
          <Select options={ends} value={end} onValueChange={setEnd} />
        </Field>
      </div>
      <fieldset aria-describedby={missing ? `${id}-missing` : undefined}>
        <legend className="font-medium text-sm">It may</legend>
        <ul className="mt-3 flex flex-col gap-3">
          {scopeNames.map((scope) => (
            <li key={scope}>
              <Checkbox
                checked={chosen.includes(scope)}
                onCheckedChange={(checked) =>
                  setChosen(checked ? [...chosen, scope] : chosen.filter((one) => one !== scope))
                }
                label={
                  <>
                    <code className="font-medium font-mono text-[0.8125rem]">{scope}</code>
                    <span className="mt-0.5 block text-subtle leading-relaxed">{tokenScopes[scope]}</span>
                  </>
                }
              />
            </li>
          ))}
        </ul>
        {missing && (
          <p id={`${id}-missing`} role="alert" className="mt-3 text-danger text-sm">
            Choose at least one.
          </p>
        )}
      </fieldset>
      <div>
        <Button type="submit" loading={making}>
          Make token
        </Button>
      </div>
    </form>
  )
}
