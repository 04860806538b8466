'use client'

import type { Interview } from '@codify/api/contract'
import { useId, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Field } from '@/components/ui/field.tsx'
import { Select, type SelectOption } from '@/components/ui/select.tsx'
import { Slider } from '@/components/ui/slider.tsx'
import { isSignedOut, messageOf } from '@/lib/browser-api.ts'
import { useSignIn } from '@/lib/use-sign-in.ts'
import { predictPattern } from '../actions.ts'

type PredictFormProps = {
  id: string
  patterns: readonly SelectOption[]
  onPredicted: (interview: Interview) => void
}

/** Which pattern, and how sure: before a line of code, and once. */
export function PredictForm({ id, patterns, onPredicted }: PredictFormProps) {
  const { signInAgain } = useSignIn()
  const [pattern, setPattern] = useState<string>()
  const [confidence, setConfidence] = useState(70)
  const [isSaving, setIsSaving] = useState(false)
  const [error, setError] = useState<string>()
  const field = useId()

  async function predict() {
    if (pattern === undefined) return setError('Choose a pattern; a guess will do.')
    setIsSaving(true)
    setError(undefined)
    try {
      onPredicted(await predictPattern(id, { pattern, confidence }))
    } catch (failed) {
      if (isSignedOut(failed)) return signInAgain()
      setError(messageOf(failed))
    } finally {
      setIsSaving(false)
    }
  }

  return (
    <div className="flex flex-col gap-6">
      <Field label="Which pattern is it?" htmlFor={`${field}-pattern`} {...(error && { error })}>
        <Select options={patterns} value={pattern} onValueChange={setPattern} placeholder="Choose one" />
      </Field>
      <Field label={`How sure are you? ${confidence} %`} htmlFor={`${field}-confidence`}>
        <Slider
          min={50}
          max={100}
          step={5}
          value={confidence}
          onValueChange={setConfidence}
          valueText={`${confidence} percent`}
        />
      </Field>
      <Button loading={isSaving} onClick={predict} className="self-start max-sm:w-full">
        Start solving
      </Button>
    </div>
  )
}
