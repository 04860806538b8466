import { Check, ChevronDown, CircleDashed, Clock, Play, X } from 'lucide-react'
import { cn } from '@/lib/cn.ts'
import type { TestResult } from '../sandbox/test-results.ts'
import { statusLooks } from '../verdict.ts'

const icons = { passed: Check, failed: X, error: X, timeout: Clock, ran: Play, skipped: CircleDashed }
const tones = {
  success: 'text-success',
  danger: 'text-danger',
  warning: 'text-warning',
  accent: 'text-accent',
  neutral: 'text-subtle',
}

/** One test: its status, and inside what went in, what was expected and what came. A hidden one that passed keeps its secret. */
export function TestResultRow({ result, isOpen }: { result: TestResult; isOpen: boolean }) {
  const { name, visible, status, ms } = result
  const { label, tone } = statusLooks[status]
  const Icon = icons[status]
  const isSecret = !visible && (status === 'passed' || status === 'skipped')
  const line = (
    <>
      <Icon aria-hidden className={cn('size-4 shrink-0', tones[tone])} />
      <span className="min-w-0 flex-1 truncate">{name}</span>
      <span className={cn('text-xs', tones[tone])}>{label}</span>
      <span className="w-14 text-right text-subtle text-xs tabular-nums">
        {ms === null ? '' : `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`}
      </span>
    </>
  )
  const row = 'flex items-center gap-3 px-4 py-2.5 text-sm'
  if (isSecret)
    return (
      <li className={cn(row, 'pr-11')} data-status={status}>
        {line}
      </li>
    )
  return (
    <li data-status={status}>
      <details open={isOpen} className="group">
        <summary
          className={cn(row, 'cursor-pointer list-none hover:bg-muted focus-visible:-outline-offset-2')}
        >
          {line}
          <ChevronDown
            aria-hidden
            className="size-4 text-subtle transition-transform group-open:rotate-180"
          />
        </summary>
        <Details result={result} />
      </details>
    </li>
  )
}

function Details({ result }: { result: TestResult }) {
  const { input, expected, got, printed, message, line } = result
  return (
    <div className="flex flex-col gap-3 px-4 pt-1 pb-4 pl-11">
      {message && (
        <p className="whitespace-pre-wrap text-danger text-sm">
          {message}
          {line !== null && ` (line ${line})`}
        </p>
      )}
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-2 text-sm">
        <Value name="Input" text={input} />
        {expected !== null && <Value name="Expected" text={expected} />}
        {got !== null && <Value name="Got" text={got} />}
        {printed !== '' && <Value name="Printed" text={printed} />}
      </dl>
    </div>
  )
}

function Value({ name, text }: { name: string; text: string }) {
  return (
    <>
      <dt className="pt-1 text-subtle">{name}</dt>
      <dd className="max-h-48 overflow-y-auto whitespace-pre-wrap break-all rounded-md bg-muted px-2.5 py-1 font-mono text-[0.8125rem] leading-6">
        {text}
      </dd>
    </>
  )
}
