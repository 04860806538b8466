import type { ReactNode } from 'react'
import { loadProblem } from '@/features/problems/loaders.ts'

/** Asks for the problem before anything is sent: an unknown one is then a real 404 and not a page that says so. */
export default async function ProblemLayout({
  params,
  children,
}: {
  params: Promise<{ slug: string }>
  children: ReactNode
}) {
  await loadProblem((await params).slug)
  return children
}
