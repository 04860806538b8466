import type { Metadata } from 'next'
import { z } from 'zod'
import { loadCatalogue } from '@/features/problems/loaders.ts'
import { Workbench } from '@/features/workbench/components/workbench.tsx'
import { loadWorkbench } from '@/features/workbench/loaders.ts'
import { practisedFrom } from '@/lib/routes.ts'

type PractisePageProps = {
  params: Promise<{ slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata: Metadata = { title: 'Practise' }

export default async function PractisePage({ params, searchParams }: PractisePageProps) {
  const [{ slug }, { item, from }] = await Promise.all([params, searchParams])
  const [{ problem, exercise, learnerId }, { patterns }] = await Promise.all([
    loadWorkbench(slug),
    loadCatalogue(),
  ])
  return (
    <Workbench
      key={problem.slug}
      slug={problem.slug}
      title={problem.title}
      exercise={exercise}
      learnerId={learnerId}
      itemId={z.guid().safeParse(item).data}
      from={z.enum(practisedFrom).safeParse(from).data}
      patternTitles={Object.fromEntries(patterns.map((pattern) => [pattern.slug, pattern.title]))}
    />
  )
}
