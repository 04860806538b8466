import type { ProblemSort, ProblemStatus } from '@codify/api/contract'

export const difficultyLabels = { easy: 'Easy', medium: 'Medium', hard: 'Hard' } as const

export const statusLabels: Record<ProblemStatus, string> = {
  todo: 'Not started',
  solved: 'Solved',
  tried: 'Tried',
  stuck: 'Stuck',
  skipped: 'Skipped',
}

export const listLabels: Record<string, string> = {
  blind75: 'Blind 75',
  grind75: 'Grind 75',
  grind169: 'Grind 169',
  neetcode150: 'NeetCode 150',
  neetcode250: 'NeetCode 250',
}

export const sortLabels: Record<ProblemSort, string> = {
  number: 'By number',
  title: 'By title',
  difficulty: 'Easiest first',
  minutes: 'Shortest first',
  upvotes: 'Most upvoted',
  acceptance: 'Highest acceptance',
}
