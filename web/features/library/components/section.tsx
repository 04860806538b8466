import type { ReactNode } from 'react'
import { Markdown } from '@/components/ui/markdown.tsx'

type SectionProps = { title: string; markdown?: string; children?: ReactNode }

/** A part of a page that is read. */
export function Section({ title, markdown, children }: SectionProps) {
  const id = title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
  return (
    <section aria-labelledby={id} className="mt-9 scroll-mt-24 first:mt-0">
      <h2 id={id} className="mb-2.5 font-semibold text-lg tracking-tight">
        {title}
      </h2>
      {markdown && (
        <Markdown linksStay className="text-[0.9375rem] [&_li]:my-1.5">
          {markdown}
        </Markdown>
      )}
      {children}
    </section>
  )
}
