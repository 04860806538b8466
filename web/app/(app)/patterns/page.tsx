import type { Metadata } from 'next'
import Link from 'next/link'
import { PageHeader } from '@/components/ui/page-header.tsx'
import { PatternList } from '@/features/library/components/pattern-list.tsx'
import { loadPatterns } from '@/features/library/loaders.ts'
import { topicTitle } from '@/features/problems/catalogue.ts'
import { loadCatalogue } from '@/features/problems/loaders.ts'
import { routes } from '@/lib/routes.ts'

export const metadata: Metadata = {
  title: 'Patterns',
  description:
    'The ideas behind interview problems, one page each: when to think of it, a drawn example, a template in Python and TypeScript, and problems to practise.',
  alternates: { canonical: routes.patterns },
}

export default async function PatternsPage() {
  const [patterns, catalogue] = await Promise.all([loadPatterns(), loadCatalogue()])
  const topics = Map.groupBy(patterns, (pattern) => pattern.topics[0] ?? '')
  return (
    <>
      <PageHeader
        title="Patterns"
        description="Most problems are one of these ideas in other clothes. Each page says when to think of it, shows it on an example, and leads to problems that practise it."
      />
      <div className="flex flex-col gap-10">
        {[...topics].map(([topic, ofTopic]) => (
          <section key={topic} aria-labelledby={topic}>
            <h2 id={topic} className="mb-3 font-semibold text-lg tracking-tight">
              <Link href={routes.topic(topic)} prefetch={false} className="hover:text-accent">
                {topicTitle(catalogue, topic)}
              </Link>
            </h2>
            <PatternList patterns={ofTopic} />
          </section>
        ))}
      </div>
    </>
  )
}
