'use client'

import type { Intake, IntakeInput } from '@codify/api/contract'
import { Controller, useFormContext } from 'react-hook-form'
import { Field } from '@/components/ui/field.tsx'
import { RadioCards } from '@/components/ui/radio-cards.tsx'
import { firstMessage } from '../first-message.ts'
import { levelOptions } from '../words.ts'
import { RoleChips } from './role-chips.tsx'

/** Level and roles. */
export function StepYou() {
  const { control } = useFormContext<IntakeInput, unknown, Intake>()
  return (
    <>
      <Controller
        control={control}
        name="level"
        render={({ field, fieldState }) => (
          <Field label="Your level" htmlFor="level" error={firstMessage(fieldState.error)}>
            <RadioCards options={levelOptions} value={field.value} onValueChange={field.onChange} />
          </Field>
        )}
      />
      <Controller
        control={control}
        name="role_target"
        render={({ field, fieldState }) => (
          <Field
            label="Roles you aim for"
            hint="One to five. Your own words are fine."
            htmlFor="role_target"
            error={firstMessage(fieldState.error)}
          >
            <RoleChips value={field.value ?? []} onChange={field.onChange} />
          </Field>
        )}
      />
    </>
  )
}
