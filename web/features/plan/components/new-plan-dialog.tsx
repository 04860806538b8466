'use client'

import { Plus, RefreshCw } from 'lucide-react'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Dialog, DialogActions, DialogClose } from '@/components/ui/dialog.tsx'
import { Field } from '@/components/ui/field.tsx'
import { Textarea } from '@/components/ui/textarea.tsx'
import { useStartPlan } from '../use-start-plan.ts'

const questions = [
  {
    q: 'What felt hardest?',
    // The dialog asks it already.
    label: 'In your own words',
    placeholder: 'For example: I see the sliding window too late; recursion on trees.',
  },
  {
    q: 'Which topic needs more time?',
    label: 'Which topic needs more time?',
    placeholder: 'For example: graphs, and a little less of arrays.',
  },
  {
    q: 'What should the next plan do differently?',
    label: 'What should the next plan do differently?',
    placeholder: 'For example: shorter evenings, more reviews.',
  },
] as const
const longest = 2000
const optional = 'You can leave it empty.'
const unread =
  'You can leave it empty. Kept for later: no language model reads it here, and only your results change the plan. A topic you name gets more time all the same.'

type NewPlanDialogProps = {
  /** A language model reads the answers. */
  hasModel: boolean
  /** The button that opens it, where it is not the usual one. */
  trigger?: ReactNode
}

/** Asks what was hard, then makes a plan that waits until it is accepted. */
export function NewPlanDialog({ hasModel, trigger }: NewPlanDialogProps) {
  const id = useId()
  const [answers, setAnswers] = useState<readonly string[]>([''])
  const { start, isStarting, error } = useStartPlan()

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    const given = answers.flatMap((text, index) => {
      const a = text.trim()
      const q = questions[index]?.q
      return a && q ? [{ q, a }] : []
    })
    return start({ answers: given, accept: false })
  }

  return (
    <Dialog
      title="What felt hardest?"
      description={`${hasModel ? 'Your words and your results shape' : 'Your results shape'} the next plan. You see what would change before it replaces this one.`}
      trigger={
        trigger ?? (
          <Button variant="secondary">
            <RefreshCw aria-hidden />
            New plan
          </Button>
        )
      }
    >
      <form onSubmit={onSubmit} className="flex flex-col gap-4">
        {questions.slice(0, answers.length).map(({ q, label, placeholder }, index) => (
          <Field
            key={q}
            label={label}
            hint={index === 0 ? (hasModel ? optional : unread) : undefined}
            htmlFor={`${id}-${index}`}
          >
            <Textarea
              rows={2}
              className="min-h-20"
              maxLength={longest}
              placeholder={placeholder}
              value={answers[index] ?? ''}
              onChange={(event) => setAnswers(answers.with(index, event.target.value))}
            />
          </Field>
        ))}
        {answers.length < questions.length && (
          <Button
            variant="ghost"
            size="sm"
            className="-ml-2 self-start px-2 text-subtle"
            onClick={() => setAnswers([...answers, ''])}
          >
            <Plus aria-hidden />
            Add another answer
          </Button>
        )}
        {error && (
          <p role="alert" className="text-danger text-sm">
            {error}
          </p>
        )}
        <DialogActions>
          <DialogClose asChild>
            <Button variant="ghost">Cancel</Button>
          </DialogClose>
          <Button type="submit" loading={isStarting}>
            Make a new plan
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
