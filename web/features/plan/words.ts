import type { Evidence, Outcome, PlanItem, PlanJson, PlanSummary, RuleId } from '@codify/api/contract'
import type { BadgeTone } from '@/components/ui/badge.tsx'

export const kindWords: Record<PlanItem['kind'], { label: string; meaning: string; tone: BadgeTone }> = {
  new: { label: 'New', meaning: 'A problem you have not met before', tone: 'neutral' },
  review: { label: 'Review', meaning: 'A problem you have met before', tone: 'accent' },
  probe: { label: 'Probe', meaning: 'One cold try at a topic you say you know', tone: 'accent' },
}

export const outcomeWords: Record<Outcome, { label: string; tone: BadgeTone }> = {
  solved: { label: 'Solved', tone: 'success' },
  tried: { label: 'Tried', tone: 'warning' },
  stuck: { label: 'Stuck', tone: 'danger' },
  skipped: { label: 'Skipped', tone: 'neutral' },
}

export const evidenceWords: Record<Evidence['type'], string> = {
  intake: 'Your answers',
  attempt: 'Your attempts',
  prerequisite: 'Order of topics',
  community: 'Community',
  similar: 'Learners like you',
  knowledge: 'Topic notes',
}

export const sourceWords: Record<PlanJson['source'], string> = {
  model: 'Proposed by the model',
  model_repaired: 'Proposed by the model, corrected',
  rules: 'Made by the rules',
}

const statusWords: Record<PlanSummary['status'], { label: string; tone: BadgeTone }> = {
  current: { label: 'Current', tone: 'success' },
  proposed: { label: 'Waiting for you', tone: 'accent' },
  superseded: { label: 'Past', tone: 'neutral' },
}

/** What a plan is to its learner; one that was declined never was their plan. */
export function standingOf({ status, declined_at }: Pick<PlanSummary, 'status' | 'declined_at'>): {
  label: string
  tone: BadgeTone
} {
  return declined_at === null ? statusWords[status] : { label: 'Declined', tone: 'warning' }
}

export const ruleWords: Record<RuleId, string> = {
  H0: 'Complete, and makes use of your time',
  H1: 'Only problems you can open',
  H2: 'Prerequisites come first',
  H3: 'Fits your hours',
  H4: 'No problem twice as new',
  H5: 'Only on your study days',
  H6: 'Medium before hard',
  H7: 'What is solved comes back only as review',
  H8: 'Every item has evidence',
  H9: 'Started work stays, finished work is kept',
  H10: 'What did not fit is listed',
}

/** In the order they are shown, with the most points each can have. */
export const partWords = [
  { part: 'spacing', label: 'Topics come back in time', most: 25 },
  { part: 'weak_topics', label: 'Weight on weak topics', most: 20 },
  { part: 'interleaving', label: 'Topics are mixed', most: 15 },
  { part: 'ramp', label: 'Difficulty climbs', most: 15 },
  { part: 'variety', label: 'Variety of patterns', most: 10 },
  { part: 'slack', label: 'Room to breathe', most: 10 },
  { part: 'practice', label: 'Practice over reading', most: 5 },
] as const

/** `two-sum` as words, for a problem of which no title is at hand. */
export function slugInWords(slug: string): string {
  const words = slug.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
