'use client'

import type { HintKind, KeptHint } from '@codify/api/contract'
import { ChevronRight, MessageCircleQuestion, ScanSearch, Square } from 'lucide-react'
import { type ReactNode, type RefObject, useRef, useState } from 'react'
import { LocalTime } from '@/components/local-time.tsx'
import { Button } from '@/components/ui/button.tsx'
import { Dialog, DialogActions, DialogClose } from '@/components/ui/dialog.tsx'
import { Markdown } from '@/components/ui/markdown.tsx'
import { Spinner } from '@/components/ui/spinner.tsx'
import type { useModelHints, Writing } from '../use-model-hints.ts'

export type ModelHintsProps = {
  model: ReturnType<typeof useModelHints>
  isSolved: boolean
  /** Whether there is code to ask about; a review also waits until the submission has arrived. */
  canAsk: boolean
  canReview: boolean
  onAsk: (kind: HintKind) => void
}

const kindLabels = { hint: 'Hint', review: 'Review', solution: 'Solution' } as const

/** What a language model says about one's own code. Nothing of it shows where there is none. */
export function ModelHints({ model, isSolved, canAsk, canReview, onAsk }: ModelHintsProps) {
  const { isAvailable, left, open, earlier, writing, error } = model
  const firstChoice = useRef<HTMLButtonElement>(null)
  if (!isAvailable && open.length === 0 && earlier.length === 0) return null
  const isEmpty = open.length === 0 && writing === null

  function stop() {
    // The button that stops goes away, and the keyboard should not be left nowhere.
    firstChoice.current?.focus()
    model.stop()
  }

  return (
    <section aria-labelledby="model-hints" className="flex flex-col gap-3 border-border border-t pt-6">
      <div className="flex items-baseline justify-between gap-4">
        <h2 id="model-hints" className="font-semibold text-sm tracking-tight">
          About your code
        </h2>
        {isAvailable && left !== null && (
          <p className="text-subtle text-xs tabular-nums" aria-live="polite">
            {left} left today
          </p>
        )}
      </div>
      {isAvailable && isEmpty && (
        <p className="text-sm text-subtle leading-relaxed">
          A language model reads your code and the first test that fails, and asks you the question that
          helps. It gives no solution unless you ask for one.
        </p>
      )}
      {open.length > 0 && (
        <ul className="flex flex-col gap-2" aria-label="Answers">
          {open.map((hint) => (
            <Answer key={hint.id} kind={hint.kind} text={hint.text} />
          ))}
        </ul>
      )}
      {writing && <WritingAnswer writing={writing} onStop={stop} />}
      {error && (
        <p role="alert" className="text-danger text-sm">
          {error}
        </p>
      )}
      {isAvailable && (
        <Choices
          isSolved={isSolved}
          isBusy={model.isBusy}
          canAsk={canAsk && left !== 0}
          canReview={canReview && left !== 0}
          onAsk={(kind) => model.isBusy || onAsk(kind)}
          firstChoice={firstChoice}
        />
      )}
      {isAvailable && left === 0 && (
        <p className="text-subtle text-xs">That was all for today; there is more after midnight UTC.</p>
      )}
      {isAvailable && !isSolved && left !== 0 && (
        <p className="text-subtle text-xs">
          Your code goes to the model for this. Each answer counts as a hint, a solution as all three.
        </p>
      )}
      {earlier.length > 0 && <Earlier hints={earlier} />}
    </section>
  )
}

type ChoicesProps = Omit<ModelHintsProps, 'model'> & {
  /** Then they do nothing, and stay where the keyboard is. */
  isBusy: boolean
  firstChoice: RefObject<HTMLButtonElement | null>
}

function Choices({ isSolved, isBusy, canAsk, canReview, onAsk, firstChoice }: ChoicesProps) {
  const button = { ref: firstChoice, variant: 'secondary', size: 'sm', 'aria-disabled': isBusy } as const
  if (isSolved)
    return (
      <div>
        <Button {...button} disabled={!canReview} onClick={() => onAsk('review')}>
          <ScanSearch aria-hidden />
          Review my code
        </Button>
      </div>
    )
  return (
    <div className="flex flex-wrap gap-2">
      <Button {...button} disabled={!canAsk} onClick={() => onAsk('hint')}>
        <MessageCircleQuestion aria-hidden />
        Ask about my code
      </Button>
      <ShowSolution isBusy={isBusy} isDisabled={!canAsk} onConfirm={() => onAsk('solution')} />
    </div>
  )
}

type ShowSolutionProps = { isBusy: boolean; isDisabled: boolean; onConfirm: () => void }

/** One cannot unsee a solution, so one says it twice. */
function ShowSolution({ isBusy, isDisabled, onConfirm }: ShowSolutionProps) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Dialog
      title="Show a solution?"
      description="The model writes a whole solution in your language, beginning from your code. It counts as all three hints, and you will see this problem again sooner."
      open={isOpen}
      onOpenChange={(open) => setIsOpen(open && !isBusy)}
      trigger={
        <Button variant="ghost" size="sm" disabled={isDisabled} aria-disabled={isBusy}>
          Show me a solution
        </Button>
      }
    >
      <DialogActions>
        <DialogClose asChild>
          <Button variant="secondary">Keep trying</Button>
        </DialogClose>
        <Button
          onClick={() => {
            setIsOpen(false)
            onConfirm()
          }}
        >
          Show it
        </Button>
      </DialogActions>
    </Dialog>
  )
}

function Answer({ kind, text, aside }: { kind: HintKind; text: string; aside?: ReactNode }) {
  return (
    <li className="flex flex-col gap-1.5 rounded-lg bg-muted px-4 py-3">
      <p className="flex items-baseline justify-between gap-3 text-subtle text-xs">
        <span className="font-medium">{kindLabels[kind]}</span>
        {aside}
      </p>
      <Markdown className="min-w-0 [&_code]:bg-surface [&_pre]:bg-surface">{text}</Markdown>
    </li>
  )
}

function WritingAnswer({ writing, onStop }: { writing: Writing; onStop: () => void }) {
  const { kind, text, isStopped } = writing
  return (
    <div className="flex flex-col gap-2 rounded-lg border border-border bg-surface px-4 py-3">
      <div className="flex min-h-8 items-center gap-3 text-subtle text-xs">
        {!isStopped && <Spinner />}
        <span className="flex-1" role="status">
          {isStopped
            ? `${kindLabels[kind]} · stopped, and not kept`
            : text === ''
              ? 'Reading your code …'
              : `${kindLabels[kind]} · being written`}
        </span>
        {!isStopped && (
          <Button variant="secondary" size="sm" onClick={onStop}>
            <Square aria-hidden />
            Stop
          </Button>
        )}
      </div>
      <div aria-live="polite">{text !== '' && <Markdown className="min-w-0">{text}</Markdown>}</div>
    </div>
  )
}

function Earlier({ hints }: { hints: KeptHint[] }) {
  return (
    <details className="group">
      <summary className="flex w-fit cursor-pointer list-none items-center gap-1.5 rounded-md text-sm text-subtle hover:text-foreground">
        <ChevronRight aria-hidden className="size-4 transition-transform group-open:rotate-90" />
        {hints.length === 1 ? 'One answer from before' : `${hints.length} answers from before`}
      </summary>
      <ul className="mt-2 flex flex-col gap-2">
        {hints.map(({ id, kind, text, created_at }) => (
          <Answer key={id} kind={kind} text={text} aside={<LocalTime moment={created_at} />} />
        ))}
      </ul>
    </details>
  )
}
