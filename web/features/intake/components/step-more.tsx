'use client'

import type { Intake, IntakeInput } from '@codify/api/contract'
import { Controller, useFormContext } from 'react-hook-form'
import { Switch } from '@/components/ui/switch.tsx'
import { firstMessage } from '../first-message.ts'
import { LongTextField } from './long-text-field.tsx'

/** Constraints, past experience, and whether paid problems may be used. */
export function StepMore() {
  const { control } = useFormContext<IntakeInput, unknown, Intake>()
  return (
    <>
      <Controller
        control={control}
        name="constraints"
        render={({ field, fieldState }) => (
          <LongTextField
            id="constraints"
            label="Constraints"
            placeholder="For example: only mornings before work; travelling in the second week."
            value={field.value ?? ''}
            onChange={field.onChange}
            error={firstMessage(fieldState.error)}
          />
        )}
      />
      <Controller
        control={control}
        name="past_experience"
        render={({ field, fieldState }) => (
          <LongTextField
            id="past_experience"
            label="Past experience"
            placeholder="For example: did half of Blind 75 last year; graphs never really stuck."
            value={field.value ?? ''}
            onChange={field.onChange}
            error={firstMessage(fieldState.error)}
          />
        )}
      />
      <Controller
        control={control}
        name="allow_premium"
        render={({ field }) => (
          <Switch
            checked={field.value ?? false}
            onCheckedChange={field.onChange}
            label={
              <>
                I have LeetCode Premium
                <span className="block text-subtle">The plan may then use problems that need it.</span>
              </>
            }
          />
        )}
      />
    </>
  )
}
