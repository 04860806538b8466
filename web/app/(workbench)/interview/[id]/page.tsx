import type { Metadata } from 'next'
import { InterviewRoom } from '@/features/interviews/components/interview-room.tsx'
import { loadInterview } from '@/features/interviews/loaders.ts'
import { loadCatalogue } from '@/features/problems/loaders.ts'

export const metadata: Metadata = { title: 'Interview' }

export default async function InterviewPage({ params }: { params: Promise<{ id: string }> }) {
  const [data, { patterns }] = await Promise.all([loadInterview((await params).id), loadCatalogue()])
  const patternTitles = Object.fromEntries(patterns.map(({ slug, title }) => [slug, title]))
  return <InterviewRoom key={data.interview.id} {...data} patternTitles={patternTitles} />
}
