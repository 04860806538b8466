'use client'

import type { ChangeSettings, PlanChange, Settings } from '@codify/api/contract'
import { type FormEvent, useEffect, useId, useState } from 'react'
import { TimeZoneNotice } from '@/components/time-zone-notice.tsx'
import { Button } from '@/components/ui/button.tsx'
import { Field } from '@/components/ui/field.tsx'
import { Input } from '@/components/ui/input.tsx'
import { Select } from '@/components/ui/select.tsx'
import { toast } from '@/components/ui/toaster.tsx'
import { ToggleGroup } from '@/components/ui/toggle-group.tsx'
import { TimeZoneSelect } from '@/features/intake/components/time-zone-select.tsx'
import { weekdays } from '@/features/intake/words.ts'
import { Moved } from '@/features/plan-edits/components/moved.tsx'
import { hourOptions } from '@/features/reminders/hours.ts'
import { useChange } from '@/lib/use-change.ts'
import { saveSettings } from '../actions.ts'

const latestDayStart = 12

/** Settings of the days; the plan follows at once, and the page lists the moved items. */
export function DaysSetting({ initial }: { initial: Settings }) {
  const id = useId()
  const { changing, change } = useChange()
  const [settings, setSettings] = useState(initial)
  const [moved, setMoved] = useState<PlanChange | null>(null)
  const { day_start_hour, daily_review_cap, hours_per_week, study_days, time_zone } = settings
  const set = (part: Partial<Settings>) => setSettings({ ...settings, ...part })

  const asksForZone = initial.unknown_time_zone !== null
  // The field is not there yet when the router looks for the fragment.
  useEffect(() => {
    if (!asksForZone || window.location.hash !== '#time-zone') return
    const field = document.getElementById(`${id}-zone`)
    field?.scrollIntoView({ block: 'center' })
    field?.focus({ preventScroll: true })
  }, [asksForZone, id])

  function submit(event: FormEvent) {
    event.preventDefault()
    void change(async () => {
      const answer = await saveSettings(changesOf(settings))
      setSettings(answer.settings)
      setMoved(answer.change)
      toast.success('Your days are saved')
    })
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-5">
      {settings.unknown_time_zone !== null && (
        <TimeZoneNotice
          unknown={settings.unknown_time_zone}
          timeZone={initial.time_zone ?? 'UTC'}
          leads={false}
        />
      )}
      <div className="flex flex-wrap gap-5">
        <Field label="A new day begins at" htmlFor={`${id}-start`} className="w-40">
          <Select
            options={hourOptions.slice(0, latestDayStart + 1)}
            value={String(day_start_hour)}
            onValueChange={(hour) => set({ day_start_hour: Number(hour) })}
          />
        </Field>
        <Field label="Reviews a day at most" htmlFor={`${id}-cap`} className="w-44">
          <Input
            type="number"
            placeholder="As your hours allow"
            inputMode="numeric"
            min={0}
            max={50}
            value={daily_review_cap ?? ''}
            onChange={({ target }) =>
              set({ daily_review_cap: target.value === '' ? null : target.valueAsNumber })
            }
          />
        </Field>
      </div>
      {hours_per_week !== null && study_days !== null && time_zone !== null && (
        <>
          <Field label="Hours a week" htmlFor={`${id}-hours`} className="w-40">
            <Input
              type="number"
              inputMode="numeric"
              min={1}
              max={80}
              required
              value={Number.isNaN(hours_per_week) ? '' : hours_per_week}
              onChange={({ target }) => set({ hours_per_week: target.valueAsNumber })}
            />
          </Field>
          <Field label="Days you study on" htmlFor={`${id}-days`}>
            <ToggleGroup
              type="multiple"
              size="sm"
              options={weekdays}
              value={weekdays.map(({ value }) => value).filter((day) => study_days.includes(Number(day)))}
              onValueChange={(days) => set({ study_days: days.map(Number).toSorted((a, b) => a - b) })}
            />
          </Field>
          <Field label="Time zone" htmlFor={`${id}-zone`} className="max-w-xs">
            <TimeZoneSelect value={time_zone} onChange={(zone) => set({ time_zone: zone })} />
          </Field>
        </>
      )}
      <Button type="submit" variant="secondary" loading={changing} className="self-start">
        Save my days
      </Button>
      {moved && <Moved change={moved} onUndone={() => setMoved(null)} />}
    </form>
  )
}

/** Without an intake there are no hours, days and time zone to change. */
function changesOf(settings: Settings): ChangeSettings {
  const { day_start_hour, daily_review_cap, hours_per_week, study_days, time_zone } = settings
  return {
    day_start_hour,
    daily_review_cap,
    ...(hours_per_week !== null && { hours_per_week }),
    ...(study_days !== null && { study_days }),
    ...(time_zone !== null && { time_zone }),
  }
}
