import type { Attempt, Outcome } from '@codify/api/contract'
import type { BadgeTone } from '@/components/ui/badge.tsx'

export type Rating = NonNullable<Attempt['rating']>

export const outcomeLooks: Record<Outcome, { label: string; tone: BadgeTone; hint: string }> = {
  solved: { label: 'Solved', tone: 'success', hint: 'It works' },
  tried: { label: 'Tried', tone: 'warning', hint: 'Not finished' },
  stuck: { label: 'Stuck', tone: 'danger', hint: 'Needed help' },
  skipped: { label: 'Skipped', tone: 'neutral', hint: 'Not now' },
}

export const ratingLabels: Record<Rating, string> = {
  again: 'Again',
  hard: 'Hard',
  good: 'Good',
  easy: 'Easy',
}
