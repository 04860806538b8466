import type { Intake, Weakness } from '@codify/api/contract'
import type { RadioCardOption } from '@/components/ui/radio-cards.tsx'

export const levelOptions: readonly RadioCardOption<Intake['level']>[] = [
  { value: 'beginner', label: 'Beginner', description: 'New to interview problems.' },
  { value: 'intermediate', label: 'Intermediate', description: 'Easy ones go well, medium ones sometimes.' },
  { value: 'advanced', label: 'Advanced', description: 'Medium ones go well; polishing what is left.' },
]

export const weaknessWords: Record<Weakness, { label: string; description: string }> = {
  conceptual: { label: 'Concepts', description: 'I do not know the technique yet.' },
  pattern_recognition: {
    label: 'Spotting the pattern',
    description: 'I know it, but do not see that it fits.',
  },
  speed: { label: 'Speed', description: 'I get there, but it takes too long.' },
  communication: { label: 'Explaining', description: 'I solve it, but struggle to talk it through.' },
}

export const confidenceWords: Record<number, string> = {
  1: 'new to me',
  2: 'shaky',
  3: 'getting there',
  4: 'confident',
  5: 'could teach it',
}

export const weekdays = [
  { value: '1', label: 'Mon' },
  { value: '2', label: 'Tue' },
  { value: '3', label: 'Wed' },
  { value: '4', label: 'Thu' },
  { value: '5', label: 'Fri' },
  { value: '6', label: 'Sat' },
  { value: '7', label: 'Sun' },
] as const
