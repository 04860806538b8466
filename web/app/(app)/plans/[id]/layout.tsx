import type { ReactNode } from 'react'
import { loadPlan } from '@/features/plan/loaders.ts'

/** Asks for the plan before anything is sent: an unknown one is then a real 404 and not a page that says so. */
export default async function OnePlanLayout({
  params,
  children,
}: {
  params: Promise<{ id: string }>
  children: ReactNode
}) {
  await loadPlan((await params).id)
  return children
}
