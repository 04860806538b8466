import type { PatternMark } from '@codify/api/contract'

export const markLabels: Record<PatternMark, string> = { read: 'Read', can_do: 'I can do this' }
