import type { PlanItem } from '@codify/api/contract'
import { Badge } from '@/components/ui/badge.tsx'
import { kindWords } from '../words.ts'

export function KindBadge({ kind }: { kind: PlanItem['kind'] }) {
  const { label, meaning, tone } = kindWords[kind]
  return (
    <Badge tone={tone} title={meaning}>
      {label}
    </Badge>
  )
}
