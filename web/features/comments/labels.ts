import type { CommentTag } from '@codify/api/contract'
import type { BadgeTone } from '@/components/ui/badge.tsx'

export const tagLooks: Record<CommentTag, { label: string; tone: BadgeTone }> = {
  too_hard: { label: 'Too hard', tone: 'danger' },
  good_intro: { label: 'Good intro', tone: 'success' },
  pattern_practice: { label: 'Pattern practice', tone: 'accent' },
}
