'use client'

import type { InterviewExercise } from '@codify/api/contract'
import type { Json } from '@codify/seeds/judge'
import { type FormEvent, useId, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Dialog } from '@/components/ui/dialog.tsx'
import { Field } from '@/components/ui/field.tsx'
import { Textarea } from '@/components/ui/textarea.tsx'
import { useFieldErrors } from '@/lib/use-field-errors.ts'
import { firstInput, parametersOf, parseInput } from '../custom-input.ts'

type OwnInputProps = { exercise: InterviewExercise; isDisabled: boolean; onRun: (input: Json[]) => void }

/** Calls one's function with arguments of one's own, written as JSON; classes have tests only. */
export function OwnInput({ exercise, isDisabled, onRun }: OwnInputProps) {
  const parameters = parametersOf(exercise)
  const [isOpen, setIsOpen] = useState(false)
  const [texts, setTexts] = useState(() => firstInput(exercise))
  const { errors, setErrors, answered } = useFieldErrors<number>()
  const id = useId()
  if (!parameters || parameters.length === 0) return null

  function submit(event: FormEvent) {
    event.preventDefault()
    const parsed = parseInput(parameters ?? [], texts)
    if ('errors' in parsed) return setErrors({ ...parsed.errors })
    setErrors({})
    setIsOpen(false)
    onRun(parsed.input)
  }

  return (
    <Dialog
      title="Your own input"
      description="Write each argument as JSON. There is nothing to compare with, so you see what came."
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger={
        <Button variant="ghost" size="sm" disabled={isDisabled}>
          Own input
        </Button>
      }
    >
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        {parameters.map(({ name, type }, at) => (
          <Field key={name} label={`${name}: ${type}`} htmlFor={`${id}-${name}`} error={errors[at]}>
            <Textarea
              rows={2}
              value={texts[at] ?? ''}
              onChange={(event) => {
                setTexts(texts.with(at, event.target.value))
                answered(at)
              }}
              className="font-mono text-[0.8125rem]"
              spellCheck={false}
            />
          </Field>
        ))}
        <Button type="submit" className="self-end">
          Run it
        </Button>
      </form>
    </Dialog>
  )
}
