import type { PatternPage as Pattern, PatternText } from '@codify/api/contract'
import type { Metadata } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Breadcrumb } from '@/components/ui/breadcrumb.tsx'
import { DrawnExample } from '@/features/library/components/drawn-example.tsx'
import { LearningResource } from '@/features/library/components/learning-resource.tsx'
import { LibraryProblems } from '@/features/library/components/library-problems.tsx'
import { PatternMarks } from '@/features/library/components/pattern-marks.tsx'
import { Section } from '@/features/library/components/section.tsx'
import { Snippets } from '@/features/library/components/snippets.tsx'
import { loadPattern } from '@/features/library/loaders.ts'
import { topicTitle } from '@/features/problems/catalogue.ts'
import { loadCatalogue } from '@/features/problems/loaders.ts'
import { ApiError } from '@/lib/api-error.ts'
import { getConfig } from '@/lib/config.ts'
import { routes } from '@/lib/routes.ts'
import { getSession } from '@/lib/session.ts'

type PatternPageProps = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: PatternPageProps): Promise<Metadata> {
  const { slug } = await params
  try {
    const { title, summary } = await loadPattern(slug)
    return { title, description: summary, alternates: { canonical: routes.pattern(slug) } }
  } catch (error) {
    // The page itself says what is wrong; it still needs a title.
    if (error instanceof ApiError) return { title: 'Pattern' }
    throw error
  }
}

export default async function PatternPage({ params }: PatternPageProps) {
  const { slug } = await params
  const [pattern, catalogue, session] = await Promise.all([loadPattern(slug), loadCatalogue(), getSession()])
  const { title, summary, minutes, topics, text, problems, confused_with, related, previous, next } = pattern
  return (
    <article className="mx-auto max-w-3xl">
      <LearningResource
        name={title}
        description={summary}
        url={new URL(routes.pattern(slug), getConfig().publicUrl).href}
        minutes={minutes}
      />
      <header className="mb-9 flex flex-col gap-4">
        <Breadcrumb of={[{ label: 'Patterns', href: routes.patterns }]} />
        <h1 className="font-semibold text-2xl tracking-tight sm:text-[1.75rem] sm:leading-9">{title}</h1>
        <p className="text-lg text-subtle leading-relaxed">{summary}</p>
        <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-subtle">
          {minutes > 0 && <li className="tabular-nums">{minutes} min to read</li>}
          {topics.slice(0, 4).map((topic) => (
            <li key={topic}>
              <TextLink href={routes.topic(topic)}>{topicTitle(catalogue, topic)}</TextLink>
            </li>
          ))}
        </ul>
        {session && <PatternMarks key={slug} slug={slug} given={pattern.mark} />}
      </header>
      {text?.sections.map((section) => (
        <Section key={section.title} {...section}>
          <Beside title={section.title} text={text} />
        </Section>
      ))}
      {confused_with.length > 0 && (
        <Section title="How to tell it apart">
          <ul className="flex flex-col gap-3">
            {confused_with.map((other) => (
              <li key={other.slug} className="text-[0.9375rem] leading-relaxed">
                <TextLink href={routes.pattern(other.slug)}>{other.title}</TextLink>
                <p>{other.tell}</p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {problems.length > 0 && (
        <Section title="Practise it">
          <LibraryProblems problems={problems} />
        </Section>
      )}
      <Onwards related={related} previous={previous} next={next} />
    </article>
  )
}

/** Adds the drawing and the code where their sections stand. */
function Beside({ title, text }: { title: string; text: PatternText }) {
  if (title === 'The idea') return <DrawnExample drawing={text.drawing} />
  if (title === 'Template') return <Snippets title="Template" code={text.templates} />
  if (title !== 'Worked example') return null
  return (
    <>
      <Snippets title="Worked example" code={text.examples} />
      <p className="mb-1.5 text-sm text-subtle">It prints</p>
      <pre className="whitespace-pre-wrap rounded-xl bg-muted p-4 font-mono text-[0.8125rem] leading-relaxed">
        <output>{text.examples.output}</output>
      </pre>
    </>
  )
}

function Onwards({ related, previous, next }: Pick<Pattern, 'related' | 'previous' | 'next'>) {
  return (
    <footer className="mt-12 flex flex-col gap-6 border-t pt-6 text-sm">
      {related.length > 0 && (
        <p className="flex flex-wrap gap-x-4 gap-y-1.5">
          <span className="text-subtle">Related</span>
          {related.map(({ slug, title }) => (
            <TextLink key={slug} href={routes.pattern(slug)}>
              {title}
            </TextLink>
          ))}
        </p>
      )}
      <nav aria-label="Patterns before and after" className="flex flex-wrap justify-between gap-4">
        {previous ? <TextLink href={routes.pattern(previous.slug)}>← {previous.title}</TextLink> : <span />}
        {next && <TextLink href={routes.pattern(next.slug)}>{next.title} →</TextLink>}
      </nav>
    </footer>
  )
}

function TextLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      prefetch={false}
      className="font-medium text-foreground underline decoration-border underline-offset-4 hover:text-accent hover:decoration-accent"
    >
      {children}
    </Link>
  )
}
