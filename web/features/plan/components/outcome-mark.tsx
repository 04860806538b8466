import type { Outcome } from '@codify/api/contract'
import { Check, CircleDashed, CircleDot, OctagonMinus, SkipForward } from 'lucide-react'
import { cn } from '@/lib/cn.ts'
import { outcomeWords } from '../words.ts'

const looks = {
  solved: { icon: Check, className: 'text-success' },
  tried: { icon: CircleDot, className: 'text-warning' },
  stuck: { icon: OctagonMinus, className: 'text-danger' },
  skipped: { icon: SkipForward, className: 'text-subtle' },
}

/** How an item went, as a small sign with its word for assistive technology. */
export function OutcomeMark({ outcome, className }: { outcome: Outcome | undefined; className?: string }) {
  const { icon: Icon, className: tone } = outcome
    ? looks[outcome]
    : { icon: CircleDashed, className: 'text-input' }
  const label = outcome ? outcomeWords[outcome].label : 'To do'
  return (
    <span title={label} className={cn('inline-flex', tone, className)}>
      <Icon aria-hidden className="size-4.5" />
      <span className="sr-only">{label}</span>
    </span>
  )
}
