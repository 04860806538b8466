'use client'

import { dayAt, type Intake, type IntakeInput } from '@codify/api/contract'
import { Controller, useFormContext, useWatch } from 'react-hook-form'
import { Field } from '@/components/ui/field.tsx'
import { Input } from '@/components/ui/input.tsx'
import { ToggleGroup } from '@/components/ui/toggle-group.tsx'
import { firstMessage } from '../first-message.ts'
import { weekdays } from '../words.ts'
import { NumberField } from './number-field.tsx'
import { TimeZoneSelect } from './time-zone-select.tsx'

/** Weeks, hours, days, the interview and the time zone. */
export function StepTime({ dayStartHour }: { dayStartHour: number }) {
  const { control } = useFormContext<IntakeInput, unknown, Intake>()
  const [weeks, timeZone = 'UTC'] = useWatch({ control, name: ['timeline_weeks', 'time_zone'] })
  return (
    <>
      <Controller
        control={control}
        name="timeline_weeks"
        render={({ field, fieldState }) => (
          <NumberField
            id="timeline_weeks"
            label="Weeks until you want to be ready"
            unit="weeks"
            presets={[1, 2, 4, 8, 12]}
            max={52}
            value={field.value}
            onChange={field.onChange}
            error={firstMessage(fieldState.error)}
          />
        )}
      />
      {weeks > 4 && (
        <p className="-mt-5 text-sm text-subtle">
          A plan covers the next four weeks; the one after it goes on from what you did.
        </p>
      )}
      <Controller
        control={control}
        name="hours_per_week"
        render={({ field, fieldState }) => (
          <NumberField
            id="hours_per_week"
            label="Hours a week"
            unit="hours"
            presets={[3, 5, 8, 12, 20]}
            max={80}
            value={field.value}
            onChange={field.onChange}
            error={firstMessage(fieldState.error)}
          />
        )}
      />
      <Controller
        control={control}
        name="study_days"
        render={({ field, fieldState }) => (
          <Field label="Days you study on" htmlFor="study_days" error={firstMessage(fieldState.error)}>
            <ToggleGroup
              type="multiple"
              options={weekdays}
              value={weekdays.map(({ value }) => value).filter((day) => field.value?.includes(Number(day)))}
              onValueChange={(days) => field.onChange(days.map(Number))}
              className="grid grid-cols-7 gap-1.5 sm:flex [&>button]:px-0 sm:[&>button]:px-3.5"
            />
          </Field>
        )}
      />
      <div className="grid gap-8 sm:grid-cols-2">
        <Controller
          control={control}
          name="interview_date"
          render={({ field, fieldState }) => (
            <Field
              label="Interview date"
              hint="If there is one. No plan goes past it."
              htmlFor="interview_date"
              error={firstMessage(fieldState.error)}
            >
              <Input
                type="date"
                min={dayAt(new Date(), { timeZone, dayStartHour })}
                value={field.value ?? ''}
                onChange={(event) => field.onChange(event.target.value || null)}
                suppressHydrationWarning
              />
            </Field>
          )}
        />
        <Controller
          control={control}
          name="time_zone"
          render={({ field, fieldState }) => (
            <Field
              label="Time zone"
              hint="It decides when your days begin."
              htmlFor="time_zone"
              error={firstMessage(fieldState.error)}
            >
              <TimeZoneSelect value={field.value ?? 'UTC'} onChange={field.onChange} />
            </Field>
          )}
        />
      </div>
    </>
  )
}
