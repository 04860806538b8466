'use client'

import type { Reminder } from '@codify/api/contract'
import { useId, useState } from 'react'
import { Field } from '@/components/ui/field.tsx'
import { Select } from '@/components/ui/select.tsx'
import { Switch } from '@/components/ui/switch.tsx'
import { useChange } from '@/lib/use-change.ts'
import { removeReminder, saveReminder } from '../actions.ts'
import { hourOptions } from '../hours.ts'

const usualHour = 8

/** The daily mail: on or off, and at which hour. */
export function ReminderSetting({ initial, email }: { initial: Reminder; email: string }) {
  const [reminder, setReminder] = useState(initial)
  const { changing, change } = useChange()
  const id = useId()
  const save = (hour: number) => change(async () => setReminder(await saveReminder({ email, hour })))
  const switchOff = () =>
    change(async () => {
      await removeReminder()
      setReminder({ ...reminder, active: false, email: null, hour: null })
    })

  if (!reminder.available)
    return (
      <p className="text-sm text-subtle leading-relaxed">
        This installation has no mail server, so it cannot send any. Its operator can set one up.
      </p>
    )
  return (
    <div className="flex flex-col gap-5">
      <Switch
        checked={reminder.active}
        disabled={changing}
        onCheckedChange={(on) => void (on ? save(usualHour) : switchOff())}
        label={`Mail me on days with something to do, at ${email}`}
      />
      {reminder.active && (
        <Field label="At" htmlFor={id} className="max-w-40">
          <Select
            options={hourOptions}
            value={String(reminder.hour)}
            disabled={changing}
            onValueChange={(hour) => void save(Number(hour))}
          />
        </Field>
      )}
    </div>
  )
}
