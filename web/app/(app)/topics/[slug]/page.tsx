import type { Metadata } from 'next'
import Link from 'next/link'
import { Breadcrumb } from '@/components/ui/breadcrumb.tsx'
import { Button } from '@/components/ui/button.tsx'
import { PageHeader } from '@/components/ui/page-header.tsx'
import { LearningResource } from '@/features/library/components/learning-resource.tsx'
import { LibraryProblems } from '@/features/library/components/library-problems.tsx'
import { PatternList } from '@/features/library/components/pattern-list.tsx'
import { Section } from '@/features/library/components/section.tsx'
import { loadTopic } from '@/features/library/loaders.ts'
import { problemListPath } from '@/features/problems/problem-query.ts'
import { ApiError } from '@/lib/api-error.ts'
import { getConfig } from '@/lib/config.ts'
import { routes } from '@/lib/routes.ts'
import { getSession } from '@/lib/session.ts'

type TopicPageProps = { params: Promise<{ slug: string }> }

function describe({
  title,
  patterns,
  problems,
}: {
  title: string
  patterns: unknown[]
  problems: unknown[]
}) {
  return `${title} for coding interviews: what to know, what to learn first, ${patterns.length} patterns and ${problems.length} problems.`
}

export async function generateMetadata({ params }: TopicPageProps): Promise<Metadata> {
  const { slug } = await params
  try {
    const topic = await loadTopic(slug)
    return {
      title: topic.title,
      description: describe(topic),
      alternates: { canonical: routes.topic(slug) },
    }
  } catch (error) {
    // The page itself says what is wrong; it still needs a title.
    if (error instanceof ApiError) return { title: 'Topic' }
    throw error
  }
}

export default async function TopicPage({ params }: TopicPageProps) {
  const { slug } = await params
  const [topic, session] = await Promise.all([loadTopic(slug), getSession()])
  const { title, sections, prerequisites, leads_to, patterns, problems } = topic
  const solved = problems.filter(({ status }) => status === 'solved').length
  return (
    <>
      <LearningResource
        name={title}
        description={describe(topic)}
        url={new URL(routes.topic(slug), getConfig().publicUrl).href}
      />
      <div className="mb-3">
        <Breadcrumb of={[{ label: 'Patterns', href: routes.patterns }]} />
      </div>
      <PageHeader
        title={title}
        description={
          <>
            {prerequisites.length > 0 && <Names label="Learn first" of={prerequisites} />}
            {leads_to.length > 0 && <Names label="Leads to" of={leads_to} />}
            {session && (
              <p>
                You have solved {solved} of its {problems.length} problems.
              </p>
            )}
          </>
        }
        actions={
          <Button asChild variant="secondary">
            <Link href={problemListPath({ topic: [slug] })} prefetch={false}>
              Filter its problems
            </Link>
          </Button>
        }
      />
      <div className="max-w-3xl">
        {sections.map((section) => (
          <Section key={section.title} {...section} />
        ))}
      </div>
      {patterns.length > 0 && (
        <Section title="Its patterns">
          <PatternList patterns={patterns} />
        </Section>
      )}
      <Section title="Its problems">
        <LibraryProblems problems={problems} />
      </Section>
    </>
  )
}

function Names({ label, of }: { label: string; of: { slug: string; title: string }[] }) {
  return (
    <p className="flex flex-wrap gap-x-3">
      <span>{label}:</span>
      {of.map(({ slug, title }) => (
        <Link
          key={slug}
          href={routes.topic(slug)}
          prefetch={false}
          className="text-foreground underline decoration-border underline-offset-4 hover:text-accent hover:decoration-accent"
        >
          {title}
        </Link>
      ))}
    </p>
  )
}
