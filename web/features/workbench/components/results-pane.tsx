'use client'

import { Square, TriangleAlert } from 'lucide-react'
import { Button } from '@/components/ui/button.tsx'
import { Progress } from '@/components/ui/progress.tsx'
import { Spinner } from '@/components/ui/spinner.tsx'
import { cn } from '@/lib/cn.ts'
import type { Loading, RunKind, RunState } from '../use-run.ts'
import { outcomeLooks, verdictOf } from '../verdict.ts'
import { TestResultRow } from './test-result-row.tsx'

type ResultsPaneProps = { run: RunState; loading: Loading | null; onStop: () => void }

/** How the last run went, test by test. */
export function ResultsPane({ run, loading, onStop }: ResultsPaneProps) {
  return (
    <section aria-label="Results" className="flex flex-col">
      <div aria-live="polite" className="sr-only">
        {announcement(run)}
      </div>
      {run.state === 'idle' && (
        <p className="px-5 py-6 text-sm text-subtle leading-relaxed">
          Run tries the examples, Submit all tests. Your code runs here in the browser and nowhere else.
        </p>
      )}
      {run.state === 'broken' && (
        <p role="alert" className="flex gap-3 px-5 py-5 text-danger text-sm leading-relaxed">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {run.message}
        </p>
      )}
      {run.state === 'running' && (
        <>
          <div className="flex items-center gap-3 px-5 py-3 text-sm">
            <Spinner />
            <span className="flex-1">{runningWords(run, loading)}</span>
            <Button variant="secondary" size="sm" onClick={onStop}>
              <Square aria-hidden />
              Stop
            </Button>
          </div>
          {loading && (
            <div className="px-5 pb-3">
              <Progress ariaLabel="Loading the language" value={loading.loaded} max={loading.total} />
            </div>
          )}
          <TestList results={run.results} openFirst={false} />
        </>
      )}
      {run.state === 'done' && (
        <>
          <Summary kind={run.kind} report={run.report} />
          {!run.report.refused && <TestList results={run.report.results} openFirst />}
        </>
      )}
    </section>
  )
}

type Report = Extract<RunState, { state: 'done' }>['report']

function TestList({ results, openFirst }: { results: Report['results']; openFirst: boolean }) {
  const first = results.find(isTrouble)
  return (
    <ul aria-label="Tests" className="divide-y divide-border border-border border-t">
      {[...results].sort(byUrgency).map((result) => (
        <TestResultRow key={result.name} result={result} isOpen={openFirst && result === first} />
      ))}
    </ul>
  )
}

const isTrouble = ({ status }: Report['results'][number]) => status !== 'passed' && status !== 'skipped'

/** What needs a look comes first; the rest stays in order. */
function byUrgency(one: Report['results'][number], other: Report['results'][number]): number {
  return Number(isTrouble(other)) - Number(isTrouble(one))
}

function Summary({ kind, report }: { kind: RunKind; report: Report }) {
  const { refused, results } = report
  if (refused)
    return (
      <div className="px-5 py-4">
        <p className="font-semibold text-danger text-sm">The code did not run</p>
        <p className="mt-1.5 whitespace-pre-wrap text-sm leading-relaxed">
          {refused.line !== null && <span className="text-subtle">Line {refused.line}: </span>}
          {refused.message}
        </p>
      </div>
    )
  if (kind === 'input') return <p className="px-5 py-3 font-semibold text-sm">Your own input</p>
  const { outcome, passed, total, ms } = verdictOf(report)
  const { tone, label } = outcomeLooks[outcome]
  const isAll = kind === 'all'
  return (
    <p className="flex flex-wrap items-baseline gap-x-3 px-5 py-3 text-sm">
      <span
        className={cn('font-semibold', {
          'text-success': tone === 'success',
          'text-danger': tone === 'danger',
          'text-warning': tone === 'warning',
        })}
      >
        {isAll || outcome !== 'accepted' ? label : 'Examples pass'}
      </span>
      <span className="text-subtle tabular-nums">
        {passed} of {total} {isAll ? 'tests' : 'examples'} · {ms} ms
      </span>
      {results.some(({ status }) => status === 'skipped') && (
        <span className="text-subtle">The rest was not run.</span>
      )}
    </p>
  )
}

function runningWords(
  { results, of, kind }: Extract<RunState, { state: 'running' }>,
  loading: Loading | null,
): string {
  if (loading) {
    const megabytes = (bytes: number) => (bytes / 1_000_000).toFixed(1)
    return `Loading the language: ${megabytes(loading.loaded)} of ${megabytes(loading.total)} MB`
  }
  if (kind === 'input') return 'Running your input …'
  return `Running: ${results.filter(Boolean).length} of ${of}`
}

function announcement(run: RunState): string {
  if (run.state === 'running') return 'Running'
  if (run.state !== 'done') return ''
  if (run.report.refused) return `The code did not run. ${run.report.refused.message}`
  const { outcome, passed, total } = verdictOf(run.report)
  return run.kind === 'input'
    ? 'Your input ran'
    : `${outcomeLooks[outcome].label}, ${passed} of ${total} passed`
}
