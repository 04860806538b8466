import type { ReactNode } from 'react'
import { loadInterview } from '@/features/interviews/loaders.ts'

/** Asks for the interview before anything is sent: an unknown one is then a real 404 and not a page that says so. */
export default async function OneInterviewLayout({
  params,
  children,
}: {
  params: Promise<{ id: string }>
  children: ReactNode
}) {
  await loadInterview((await params).id)
  return children
}
