import { Markdown } from '@/components/ui/markdown.tsx'

/** The statement of an exercise, or the kind of problem in a sentence. */
export function WhatIsAsked({ text }: { text: string }) {
  return (
    <section aria-labelledby="asked" className="mb-8">
      <h2 id="asked" className="mb-2 font-semibold text-base tracking-tight">
        What is asked
      </h2>
      <Markdown linksStay className="text-[0.9375rem]">
        {text}
      </Markdown>
    </section>
  )
}
