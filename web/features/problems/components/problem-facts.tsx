import type { Problem } from '@codify/api/contract'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { routes } from '@/lib/routes.ts'
import { type Catalogue, patternTitle, topicTitle } from '../catalogue.ts'
import { listLabels } from '../labels.ts'
import { problemListPath } from '../problem-query.ts'

/** Facts about a problem; topics and patterns lead to their pages, lists to their problems. */
export function ProblemFacts({ problem, catalogue }: { problem: Problem; catalogue: Catalogue }) {
  const { topic, patterns, minutes, lists, acceptance, own } = problem
  const prerequisites = catalogue.topics.find(({ slug }) => slug === topic)?.prerequisites ?? []
  return (
    <section aria-labelledby="facts">
      <h2 id="facts" className="mb-1 font-semibold text-base tracking-tight">
        About this problem
      </h2>
      <dl className="divide-y divide-border">
        <Fact name="Topic">
          <Names of={[{ label: topicTitle(catalogue, topic), href: routes.topic(topic) }]} />
        </Fact>
        {prerequisites.length > 0 && (
          <Fact name="Learn first">
            <Names
              of={prerequisites.map((slug) => ({
                label: topicTitle(catalogue, slug),
                href: routes.topic(slug),
              }))}
            />
          </Fact>
        )}
        {patterns.length > 0 && (
          <Fact name="Patterns">
            <Names
              of={patterns.map((slug) => ({
                label: patternTitle(catalogue, slug),
                href: routes.pattern(slug),
              }))}
            />
          </Fact>
        )}
        <Fact name="Suggested time">{minutes} minutes</Fact>
        {lists.length > 0 && (
          <Fact name="Lists">
            <Names
              of={lists.map((list) => ({
                label: listLabels[list] ?? list,
                href: problemListPath({ list: [list] }),
              }))}
            />
          </Fact>
        )}
        {own ? (
          <Fact name="Seen by">You alone</Fact>
        ) : (
          <Fact name="Acceptance">{acceptance}% on LeetCode</Fact>
        )}
      </dl>
    </section>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[7.5rem_minmax(0,1fr)] gap-3 py-2.5 text-sm leading-relaxed">
      <dt className="text-subtle">{name}</dt>
      <dd className="tabular-nums">{children}</dd>
    </div>
  )
}

function Names({ of }: { of: { label: string; href: string }[] }) {
  return (
    <ul className="flex flex-col gap-0.5">
      {of.map(({ label, href }) => (
        <li key={href}>
          <Link
            href={href}
            prefetch={false}
            className="underline decoration-border underline-offset-4 hover:decoration-accent hover:text-accent"
          >
            {label}
          </Link>
        </li>
      ))}
    </ul>
  )
}
