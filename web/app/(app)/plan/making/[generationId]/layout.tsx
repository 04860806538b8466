import type { ReactNode } from 'react'
import { loadGeneration } from '@/features/plan/loaders.ts'

/** Asks for the generation before anything is sent: an unknown one is then a real 404 and not a page that says so. */
export default async function MakingPlanLayout({
  params,
  children,
}: {
  params: Promise<{ generationId: string }>
  children: ReactNode
}) {
  await loadGeneration((await params).generationId)
  return children
}
