'use client'

import type { Break, PlanChange } from '@codify/api/contract'
import { Trash2 } from 'lucide-react'
import { type FormEvent, useId, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Field } from '@/components/ui/field.tsx'
import { IconButton } from '@/components/ui/icon-button.tsx'
import { Input } from '@/components/ui/input.tsx'
import { Moved } from '@/features/plan-edits/components/moved.tsx'
import { formatDayRange } from '@/lib/calendar-day.ts'
import { useChange } from '@/lib/use-change.ts'
import { addBreak, removeBreak } from '../actions.ts'

/** Days off: nothing is planned on them, and nothing is missed. */
export function BreaksSetting({
  initial,
  onChange,
}: {
  initial: readonly Break[]
  onChange?: (breaks: readonly Break[]) => void
}) {
  const id = useId()
  const { changing, change } = useChange()
  const [breaks, setBreaks] = useState(initial)
  const [moved, setMoved] = useState<PlanChange | null>(null)
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')

  function keep(next: readonly Break[]) {
    setBreaks(next)
    onChange?.(next)
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    // The form may stand in a dialog of another one, which is not sent with it.
    event.stopPropagation()
    void change(async () => {
      const made = await addBreak({ from, to })
      keep([made.break, ...breaks])
      setMoved(made.change)
      setFrom('')
      setTo('')
    })
  }

  const remove = (gone: Break) =>
    change(async () => {
      setMoved((await removeBreak(gone.id)).change)
      keep(breaks.filter((one) => one.id !== gone.id))
    })

  return (
    <div className="flex flex-col gap-5">
      <form onSubmit={submit} className="flex flex-wrap items-end gap-3">
        <Field label="First day off" htmlFor={`${id}-from`} className="w-40">
          <Input type="date" required value={from} onChange={({ target }) => setFrom(target.value)} />
        </Field>
        <Field label="Last day off" htmlFor={`${id}-to`} className="w-40">
          <Input type="date" required min={from} value={to} onChange={({ target }) => setTo(target.value)} />
        </Field>
        <Button type="submit" variant="secondary" loading={changing}>
          Take days off
        </Button>
      </form>
      {breaks.length > 0 && (
        <ul aria-label="Days off" className="divide-y divide-border">
          {breaks.map((one) => (
            <li key={one.id} className="flex items-center justify-between gap-3 py-1.5 text-sm tabular-nums">
              {formatDayRange(one.from, one.to)}
              <IconButton
                label={`Remove ${formatDayRange(one.from, one.to)}`}
                size="sm"
                disabled={changing}
                onClick={() => void remove(one)}
              >
                <Trash2 />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      {moved && <Moved key={moved.revision} change={moved} onUndone={() => setMoved(null)} />}
    </div>
  )
}
