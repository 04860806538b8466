import type { ReactNode } from 'react'
import { loadWorkbench } from '@/features/workbench/loaders.ts'

/** Asks for the exercise before anything is sent: where there is none, that is a real 404 and not a page that says so. */
export default async function PractiseLayout({
  params,
  children,
}: {
  params: Promise<{ slug: string }>
  children: ReactNode
}) {
  await loadWorkbench((await params).slug)
  return children
}
