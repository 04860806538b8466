'use client'

import { CircleSlash } from 'lucide-react'
import { type KeyboardEvent, useId } from 'react'
import { cn } from '@/lib/cn.ts'
import { confidenceWords } from '../words.ts'

export const marks = [1, 2, 3, 4, 5] as const

type ConfidenceRowProps = {
  topic: { slug: string; title: string }
  row: number
  mark: number | undefined
  onRate: (mark: number | undefined) => void
  /** After an answer by digit. */
  onDigit: () => void
  isSkipped: boolean
  onSkip: (skip: boolean) => void
}

/** One topic: five native radio buttons (arrow keys, digits 1–5, Backspace to clear) and "skip this topic". */
export function ConfidenceRow({ topic, row, mark, onRate, onDigit, isSkipped, onSkip }: ConfidenceRowProps) {
  const name = useId()
  const titleId = `${name}-title`

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const digit = marks.find((each) => String(each) === event.key)
    if (digit) {
      event.preventDefault()
      onRate(digit)
      event.currentTarget.querySelector<HTMLInputElement>(`input[value="${digit}"]`)?.focus()
      onDigit()
    }
    if (event.key === 'Backspace' || event.key === 'Delete') onRate(undefined)
  }

  return (
    <li className="flex items-center gap-2 border-border border-b py-1.5">
      <span
        id={titleId}
        className={cn('min-w-0 flex-1 text-sm leading-tight', isSkipped && 'text-subtle line-through')}
      >
        {topic.title}
      </span>
      <div
        role="radiogroup"
        aria-labelledby={titleId}
        aria-disabled={isSkipped}
        data-row={row}
        onKeyDown={onKeyDown}
        className={cn('flex gap-0.5', isSkipped && 'opacity-45')}
      >
        {marks.map((each) => (
          <label
            key={each}
            title={confidenceWords[each]}
            className="relative flex size-8 cursor-pointer items-center justify-center rounded-md text-sm text-subtle tabular-nums transition-colors hover:bg-muted has-disabled:cursor-not-allowed has-checked:bg-accent has-checked:font-medium has-checked:text-accent-foreground has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2"
          >
            <input
              type="radio"
              name={name}
              value={each}
              checked={mark === each}
              disabled={isSkipped}
              onChange={() => onRate(each)}
              aria-label={`${each}, ${confidenceWords[each]}`}
              className="sr-only"
            />
            <span aria-hidden>{each}</span>
          </label>
        ))}
      </div>
      <button
        type="button"
        aria-pressed={isSkipped}
        aria-label={`Skip ${topic.title}`}
        title="Skip this topic"
        onClick={() => onSkip(!isSkipped)}
        className="flex size-8 shrink-0 items-center justify-center rounded-md text-subtle transition-colors hover:bg-muted hover:text-foreground aria-pressed:bg-accent-soft aria-pressed:text-accent"
      >
        <CircleSlash aria-hidden className="size-4" />
      </button>
    </li>
  )
}
