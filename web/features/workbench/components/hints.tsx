'use client'

import { HINTS } from '@codify/api/contract'
import { Lightbulb } from 'lucide-react'
import { Button } from '@/components/ui/button.tsx'
import { Markdown } from '@/components/ui/markdown.tsx'
import type { useHints } from '../use-hints.ts'

type HintsProps = {
  hints: ReturnType<typeof useHints>
  /** With what a model told. */
  used: number
  /** After an accepted submission the explanation is no longer a hint. */
  isSolved: boolean
  patternTitles: Record<string, string>
}

/** Three hints, one at a time: what to aim for, the idea, a sketch; then how it is solved. */
export function Hints({ hints, used, isSolved, patternTitles }: HintsProps) {
  const { explanation } = hints
  return (
    <section aria-labelledby="hints" className="flex flex-col gap-3 border-border border-t pt-6">
      <div className="flex items-baseline justify-between gap-4">
        <h2 id="hints" className="font-semibold text-sm tracking-tight">
          Hints
        </h2>
        <p className="text-subtle text-xs tabular-nums" aria-live="polite">
          {used} of {HINTS} used
        </p>
      </div>
      {hints.hints.length > 0 && (
        <ol className="flex flex-col gap-2">
          {hints.hints.map(({ number, text }) => (
            <li key={number} className="flex gap-3 rounded-lg bg-muted px-4 py-3">
              <span className="font-medium text-sm text-subtle tabular-nums">{number}</span>
              <Markdown className="min-w-0 flex-1 [&_code]:bg-surface">{text}</Markdown>
            </li>
          ))}
        </ol>
      )}
      {hints.error && (
        <p role="alert" className="text-danger text-sm">
          {hints.error}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {hints.next !== null && (
          <Button variant="secondary" size="sm" loading={hints.isLoading} onClick={hints.reveal}>
            <Lightbulb aria-hidden />
            Show hint {hints.next}
          </Button>
        )}
        {!explanation && (
          <Button
            variant="ghost"
            size="sm"
            disabled={hints.isLoading}
            onClick={() => hints.explain({ isSolved })}
          >
            {isSolved ? 'Read the explanation' : 'Show me how it is solved'}
          </Button>
        )}
      </div>
      {!isSolved && !explanation && (
        <p className="text-subtle text-xs">Seeing how it is solved counts as all three hints.</p>
      )}
      {explanation && (
        <section aria-label="Explanation" className="mt-3 flex flex-col gap-3">
          <p className="text-sm text-subtle">
            {patternTitles[explanation.pattern] ?? explanation.pattern} · time{' '}
            <code className="font-mono text-foreground">{explanation.complexity.time}</code> · space{' '}
            <code className="font-mono text-foreground">{explanation.complexity.space}</code>
          </p>
          <Markdown className="text-[0.9375rem]">{explanation.text}</Markdown>
        </section>
      )}
    </section>
  )
}
