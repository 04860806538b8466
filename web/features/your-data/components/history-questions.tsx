'use client'

import type { History, HistoryInput } from '@codify/api/contract'
import { addDays } from '@codify/api/contract'
import { useId } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Field } from '@/components/ui/field.tsx'
import { Input } from '@/components/ui/input.tsx'
import { ToggleGroup } from '@/components/ui/toggle-group.tsx'

/** Answers to the questions that a text left open. */
export type Answers = Pick<HistoryInput, 'date' | 'day_order'>

const ago = [
  { label: 'A week ago', days: 7 },
  { label: 'A month ago', days: 30 },
  { label: 'Half a year ago', days: 182 },
  { label: 'A year ago', days: 365 },
] as const

const orders = [
  { value: 'day_first', label: 'Day first' },
  { value: 'month_first', label: 'Month first' },
] as const

/** Asks for what the text does not say: the day of lines without one, the order of day and month. */
export function HistoryQuestions(props: {
  history: History
  answers: Answers
  error: string | undefined
  onAnswer: (answers: Answers) => void
}) {
  const { history, answers, error, onAnswer } = props
  const id = useId()
  const count = (state: string) => history.matched.filter((line) => line.state === state).length
  const undated = count('undated')
  const isDateAsked = undated > 0 || answers.date !== undefined || error !== undefined
  const isOrderAsked = count('ambiguous') > 0 || answers.day_order !== undefined
  if (!isDateAsked && !isOrderAsked) return null
  return (
    <div className="flex flex-col gap-5 rounded-lg bg-muted p-4">
      {isDateAsked && (
        <div className="flex flex-col gap-3 sm:flex-row sm:items-end">
          <Field
            label={undated === 0 ? 'Day of the lines that name none' : dayQuestion(undated)}
            hint="Roughly is fine: it decides when a problem comes up for review. Without a day they are not saved."
            htmlFor={`${id}-date`}
            {...(error === undefined ? {} : { error })}
          >
            <Input
              type="date"
              value={answers.date ?? ''}
              className="sm:w-48"
              onChange={({ target }) => onAnswer({ ...answers, date: target.value || undefined })}
            />
          </Field>
          <div className="flex shrink-0 flex-wrap gap-2 sm:w-64">
            {ago.map(({ label, days }) => (
              <Button
                key={label}
                size="sm"
                variant="secondary"
                onClick={() =>
                  onAnswer({ ...answers, date: addDays(new Date().toISOString().slice(0, 10), -days) })
                }
              >
                {label}
              </Button>
            ))}
          </div>
        </div>
      )}
      {isOrderAsked && (
        <Field label="Dates such as 02/03/2026: what comes first?" htmlFor={`${id}-order`}>
          <ToggleGroup
            type="single"
            options={orders}
            value={answers.day_order}
            onValueChange={(order) => onAnswer({ ...answers, day_order: order })}
          />
        </Field>
      )}
    </div>
  )
}

function dayQuestion(lines: number): string {
  return lines === 1 ? 'When was this? One line names no day' : `When was this? ${lines} lines name no day`
}
