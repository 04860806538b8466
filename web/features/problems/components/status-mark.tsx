import type { ProblemStatus } from '@codify/api/contract'
import { Check, CircleDashed, CircleHelp, SkipForward } from 'lucide-react'
import { cn } from '@/lib/cn.ts'
import { statusLabels } from '../labels.ts'

const looks = {
  solved: { icon: Check, colour: 'text-success' },
  tried: { icon: CircleDashed, colour: 'text-warning' },
  stuck: { icon: CircleHelp, colour: 'text-danger' },
  skipped: { icon: SkipForward, colour: 'text-subtle' },
} as const

/** The learner's status of a problem; renders nothing while it was not started. */
export function StatusMark({ status, className }: { status: ProblemStatus; className?: string }) {
  if (status === 'todo') return null
  const { icon: Icon, colour } = looks[status]
  return (
    <span className={cn('inline-flex items-center gap-1.5 font-medium text-sm', colour, className)}>
      <Icon aria-hidden className="size-4 shrink-0" />
      {statusLabels[status]}
    </span>
  )
}
