import type { Difficulty } from '@codify/api/contract'
import { Badge, type BadgeTone } from './badge.tsx'

const looks: Record<Difficulty, { tone: BadgeTone; label: string }> = {
  easy: { tone: 'success', label: 'Easy' },
  medium: { tone: 'warning', label: 'Medium' },
  hard: { tone: 'danger', label: 'Hard' },
}

export function DifficultyBadge({ difficulty, className }: { difficulty: Difficulty; className?: string }) {
  const { tone, label } = looks[difficulty]
  return (
    <Badge tone={tone} className={className}>
      {label}
    </Badge>
  )
}
