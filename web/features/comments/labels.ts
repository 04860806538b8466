import type { CommentTag, ReportReason } from '@codify/api/contract'
import type { BadgeTone } from '@/components/ui/badge.tsx'

export const tagLooks: Record<CommentTag, { label: string; tone: BadgeTone }> = {
  too_hard: { label: 'Too hard', tone: 'danger' },
  good_intro: { label: 'Good intro', tone: 'success' },
  pattern_practice: { label: 'Pattern practice', tone: 'accent' },
}

export const reportReasonLabels: Record<ReportReason, string> = {
  spam: 'Advertising or spam',
  abuse: 'Abuse or harassment',
  spoiler: 'Gives the whole solution away',
  off_topic: 'Not about the problem',
  other: 'Something else',
}
