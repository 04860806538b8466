'use client'

import type { PatternMark } from '@codify/api/contract'
import { BookOpenCheck, Check } from 'lucide-react'
import { useState } from 'react'
import { useChange } from '@/lib/use-change.ts'
import { setPatternMark } from '../actions.ts'
import { markLabels } from '../words.ts'

const choices = [
  { mark: 'read', icon: BookOpenCheck },
  { mark: 'can_do', icon: Check },
] as const

/** "Read" or "I can do this"; pressed again, the mark is taken back. */
export function PatternMarks({ slug, given }: { slug: string; given: PatternMark | null }) {
  const [mark, setMark] = useState(given)
  const { changing, change } = useChange()
  return (
    <fieldset className="flex flex-wrap gap-2">
      <legend className="sr-only">Your mark</legend>
      {choices.map(({ mark: choice, icon: Icon }) => (
        <button
          key={choice}
          type="button"
          aria-pressed={mark === choice}
          disabled={changing}
          onClick={() =>
            change(async () => {
              const answer = await setPatternMark(slug, mark === choice ? null : choice)
              setMark(answer.mark)
            })
          }
          className="inline-flex h-11 items-center gap-2 rounded-lg border bg-surface px-4 font-medium text-sm shadow-card transition-colors hover:border-input disabled:opacity-60 aria-pressed:border-accent/50 aria-pressed:bg-accent-soft aria-pressed:text-accent"
        >
          <Icon aria-hidden className="size-4" />
          {markLabels[choice]}
        </button>
      ))}
    </fieldset>
  )
}
