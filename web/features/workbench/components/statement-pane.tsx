import type { InterviewExercise } from '@codify/api/contract'
import type { ReactNode } from 'react'
import { Markdown } from '@/components/ui/markdown.tsx'

const heading = 'font-semibold text-sm tracking-tight'

/** What is asked: statement, examples and constraints; `children` follow (the hints). */
export function StatementPane({ exercise, children }: { exercise: InterviewExercise; children: ReactNode }) {
  const { statement, examples, constraints } = exercise
  return (
    <div className="flex flex-col gap-7 px-5 py-5">
      <Markdown className="text-[0.9375rem]">{statement}</Markdown>
      <section aria-labelledby="examples" className="flex flex-col gap-3">
        <h2 id="examples" className={heading}>
          Examples
        </h2>
        {examples.map(({ input, output, note }, at) => (
          // The examples never change while they are shown.
          // biome-ignore lint/suspicious/noArrayIndexKey: two examples may have the same input
          <div key={at} className="rounded-lg border border-border bg-surface px-4 py-3">
            <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm">
              <dt className="text-subtle">Input</dt>
              <dd className="break-words font-mono text-[0.8125rem] leading-6">{input}</dd>
              <dt className="text-subtle">Output</dt>
              <dd className="break-words font-mono text-[0.8125rem] leading-6">{output}</dd>
            </dl>
            {note && <p className="mt-2 text-sm text-subtle">{note}</p>}
          </div>
        ))}
      </section>
      <section aria-labelledby="constraints" className="flex flex-col gap-2">
        <h2 id="constraints" className={heading}>
          Constraints
        </h2>
        <Markdown>{constraints.map((constraint) => `- ${constraint}`).join('\n')}</Markdown>
      </section>
      {children}
    </div>
  )
}
