'use client'

import type { Problem } from '@codify/api/contract'
import { useEffect } from 'react'
import { noteProblem } from '../remembered-list.ts'

/** So that the list one goes back to shows what happened here. */
export function RememberProblem({ problem }: { problem: Problem }) {
  useEffect(() => noteProblem(problem), [problem])
  return null
}
