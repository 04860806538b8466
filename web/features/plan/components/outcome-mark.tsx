import type { PlanItemView } from '@codify/api/contract'
import { Check, CircleDashed, CircleDot, OctagonMinus, SkipForward } from 'lucide-react'
import { cn } from '@/lib/cn.ts'
import { outcomeWords } from '../words.ts'

const looks = {
  open: { icon: CircleDashed, className: 'text-input' },
  solved: { icon: Check, className: 'text-success' },
  tried: { icon: CircleDot, className: 'text-warning' },
  stuck: { icon: OctagonMinus, className: 'text-danger' },
  skipped: { icon: SkipForward, className: 'text-subtle' },
}

type OutcomeMarkProps = { status: PlanItemView['status']; className?: string }

/** How an item went, as a small sign with its word for assistive technology. */
export function OutcomeMark({ status, className }: OutcomeMarkProps) {
  const { icon: Icon, className: tone } = looks[status]
  const label = status === 'open' ? 'To do' : outcomeWords[status].label
  return (
    <span title={label} className={cn('inline-flex', tone, className)}>
      <Icon aria-hidden className="size-4.5" />
      <span className="sr-only">{label}</span>
    </span>
  )
}
