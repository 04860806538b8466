'use client'

import type { Break, Intake, IntakeInput } from '@codify/api/contract'
import { Controller, useFormContext } from 'react-hook-form'
import { Switch } from '@/components/ui/switch.tsx'
import { firstMessage } from '../first-message.ts'
import { DaysAway } from './days-away.tsx'
import { LongTextField } from './long-text-field.tsx'

type StepMoreProps = {
  hasModel: boolean
  /** Null: they cannot be read right now. */
  breaks: readonly Break[] | null
}

/** Beside a text that only a language model reads, where there is none. */
const unread = 'Kept for later: no language model reads it here, and only your results change the plan.'

/** Constraints, past experience, and whether paid problems may be used. */
export function StepMore({ hasModel, breaks }: StepMoreProps) {
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
            hint={hasModel ? undefined : `${unread} Hours, days and topics go in the steps before.`}
            placeholder="For example: only mornings before work; travelling in the second week."
            value={field.value ?? ''}
            onChange={field.onChange}
            error={firstMessage(fieldState.error)}
          />
        )}
      />
      {breaks && <DaysAway initial={breaks} />}
      <Controller
        control={control}
        name="past_experience"
        render={({ field, fieldState }) => (
          <LongTextField
            id="past_experience"
            label="Past experience"
            hint={hasModel ? undefined : unread}
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
