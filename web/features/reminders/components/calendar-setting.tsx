'use client'

import { alarmChoices, type Calendar } from '@codify/api/contract'
import { Copy } from 'lucide-react'
import { useId, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Dialog, DialogActions, DialogClose } from '@/components/ui/dialog.tsx'
import { Field } from '@/components/ui/field.tsx'
import { Input } from '@/components/ui/input.tsx'
import { Select } from '@/components/ui/select.tsx'
import { toast } from '@/components/ui/toaster.tsx'
import { routes } from '@/lib/routes.ts'
import { useChange } from '@/lib/use-change.ts'
import { changeCalendar, createCalendar, revokeCalendar } from '../actions.ts'

const alarms = [
  { value: 'none', label: 'No alarm', minutes: null },
  ...alarmChoices.map((minutes) => ({
    value: String(minutes),
    label: minutes === 0 ? 'When it begins' : `${minutes} minutes before`,
    minutes,
  })),
]

/** The learner's plan in their own calendar: make its address, choose when a day begins, take it back. */
export function CalendarSetting({ initial }: { initial: Calendar }) {
  const [calendar, setCalendar] = useState(initial)
  const [address, setAddress] = useState<string>()
  const { changing, change } = useChange()
  const id = useId()

  const make = () =>
    change(async () => {
      const { key, ...made } = await createCalendar()
      setCalendar(made)
      setAddress(window.location.origin + routes.calendarFeed(key))
    })
  const revoke = () =>
    change(async () => {
      await revokeCalendar()
      setCalendar({ ...calendar, active: false })
      setAddress(undefined)
      toast.success('The address opens nothing any more.')
    })

  async function copy(text: string) {
    await navigator.clipboard.writeText(text)
    toast.success('Copied. Subscribe to it in your calendar program.')
  }

  if (!calendar.active)
    return (
      <Button variant="secondary" loading={changing} onClick={make}>
        Make my calendar address
      </Button>
    )
  return (
    <div className="flex flex-col gap-5">
      {address ? (
        <Field
          label="Your private address"
          hint="Shown this once. Whoever has it can read your plan, so keep it to yourself."
          htmlFor={`${id}-address`}
        >
          <Input readOnly value={address} onFocus={(event) => event.target.select()} />
        </Field>
      ) : (
        <p className="text-sm text-subtle leading-relaxed">
          Your calendar has an address, which is not kept here to be shown again. Make a new one if you have
          lost it: the old one then opens nothing.
        </p>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="A day begins at" htmlFor={`${id}-start`}>
          <Input
            type="time"
            required
            defaultValue={calendar.start_time}
            onBlur={(event) => {
              const start_time = event.target.value
              if (start_time && start_time !== calendar.start_time)
                void change(async () => setCalendar(await changeCalendar({ start_time })))
            }}
          />
        </Field>
        <Field label="Alarm" htmlFor={`${id}-alarm`}>
          <Select
            options={alarms}
            value={String(calendar.alarm_minutes ?? 'none')}
            disabled={changing}
            onValueChange={(value) => {
              const alarm = alarms.find((one) => one.value === value)
              if (alarm)
                void change(async () => setCalendar(await changeCalendar({ alarm_minutes: alarm.minutes })))
            }}
          />
        </Field>
      </div>
      <div className="flex flex-wrap gap-2">
        {address && (
          <Button onClick={() => void copy(address)}>
            <Copy aria-hidden />
            Copy address
          </Button>
        )}
        <Button variant="secondary" loading={changing} onClick={make}>
          New address
        </Button>
        <Revoke onRevoke={revoke} />
      </div>
    </div>
  )
}

function Revoke({ onRevoke }: { onRevoke: () => Promise<void> }) {
  const [open, setOpen] = useState(false)
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title="Revoke the address?"
      description="Calendars that use it stop following your plan. You can make another at any time."
      trigger={<Button variant="ghost">Revoke</Button>}
    >
      <DialogActions>
        <DialogClose asChild>
          <Button variant="secondary">Keep it</Button>
        </DialogClose>
        <Button
          variant="danger"
          onClick={() => {
            setOpen(false)
            void onRevoke()
          }}
        >
          Revoke address
        </Button>
      </DialogActions>
    </Dialog>
  )
}
