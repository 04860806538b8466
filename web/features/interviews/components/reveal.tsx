import type { ExerciseExplanation, Interview } from '@codify/api/contract'
import Link from 'next/link'
import { Badge } from '@/components/ui/badge.tsx'
import { Button } from '@/components/ui/button.tsx'
import { DifficultyBadge } from '@/components/ui/difficulty-badge.tsx'
import { Markdown } from '@/components/ui/markdown.tsx'
import { routes } from '@/lib/routes.ts'

type RevealProps = {
  interview: Interview
  explanation: ExerciseExplanation
  patternTitles: Record<string, string>
}

/** What it was: pattern, cost and how it is solved, beside what was predicted. */
export function Reveal({ interview, explanation, patternTitles }: RevealProps) {
  const { reveal, prediction, problem } = interview
  if (!reveal || problem === null) return null
  const titleOf = (slug: string) => patternTitles[slug] ?? slug
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-8 px-5 py-10">
      <header className="flex flex-col gap-3">
        <p className="text-sm text-subtle">It was</p>
        <h1 className="flex flex-wrap items-center gap-3 font-semibold text-2xl tracking-tight">
          {reveal.title}
          <DifficultyBadge difficulty={reveal.difficulty} />
          {reveal.outcome === 'accepted' && <Badge tone="success">Accepted</Badge>}
        </h1>
      </header>
      <dl className="grid gap-4 rounded-xl border border-border bg-surface p-5 text-sm sm:grid-cols-2">
        <div>
          <dt className="text-subtle">You said</dt>
          <dd className="mt-1 font-medium">
            {prediction
              ? `${titleOf(prediction.pattern)}, ${prediction.confidence} % sure`
              : 'Nothing: there was no prediction'}
          </dd>
        </div>
        <div>
          <dt className="text-subtle">The pattern</dt>
          <dd className="mt-1 flex flex-wrap items-center gap-2 font-medium">
            {titleOf(explanation.pattern)}
            {reveal.is_right !== null && (
              <Badge tone={reveal.is_right ? 'success' : 'warning'}>
                {reveal.is_right ? 'You were right' : 'Another one'}
              </Badge>
            )}
          </dd>
        </div>
        <div>
          <dt className="text-subtle">Time</dt>
          <dd className="mt-1 font-mono">{explanation.complexity.time}</dd>
        </div>
        <div>
          <dt className="text-subtle">Space</dt>
          <dd className="mt-1 font-mono">{explanation.complexity.space}</dd>
        </div>
      </dl>
      <Markdown className="text-[0.9375rem]">{explanation.text}</Markdown>
      <div className="flex flex-wrap gap-2">
        <Button asChild>
          <Link href={routes.interviews}>Back to interview practice</Link>
        </Button>
        <Button asChild variant="secondary">
          <Link href={routes.practise(problem)}>Practise it again</Link>
        </Button>
      </div>
    </div>
  )
}
