import type { MasteryLevel } from '@codify/api/contract'
import { Circle, CircleCheck, CircleDot, TriangleAlert } from 'lucide-react'
import { cn } from '@/lib/cn.ts'
import { levelWords } from '../words.ts'

const marks = {
  solid: { icon: CircleCheck, tone: 'text-success' },
  learning: { icon: CircleDot, tone: 'text-accent' },
  shaky: { icon: TriangleAlert, tone: 'text-warning' },
  new: { icon: Circle, tone: 'text-subtle' },
}

/** Where a topic stands: by word and icon, colour only adds. */
export function MasteryMark({ level, className }: { level: MasteryLevel; className?: string }) {
  const { icon: Icon, tone } = marks[level]
  return (
    <span className={cn('inline-flex items-center gap-1 font-medium text-xs', tone, className)}>
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {levelWords[level].label}
    </span>
  )
}
