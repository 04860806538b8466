import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Card, CardBody, CardTitle } from '@/components/ui/card.tsx'

type FigureProps = {
  id: string
  title: string
  /** Description of the picture in words. */
  says: string
  children?: ReactNode
  /** The same as a table or a list, and what opens it. */
  instead?: { label: string; content: ReactNode }
}

/** A picture with its title, its message and its alternative in text. */
export function Figure({ id, title, says, children, instead }: FigureProps) {
  return (
    <Card>
      <section aria-labelledby={id}>
        <CardBody className="flex flex-col gap-5">
          <div className="flex flex-col gap-1.5">
            <CardTitle id={id}>{title}</CardTitle>
            <p className="max-w-2xl text-sm text-subtle leading-relaxed tabular-nums">{says}</p>
          </div>
          {children}
          {instead && (
            <details className="group/instead border-border border-t pt-4">
              <summary className="inline-flex cursor-pointer list-none items-center gap-1.5 rounded-md font-medium text-sm text-subtle hover:text-foreground [&::-webkit-details-marker]:hidden">
                {instead.label}
                <ChevronDown
                  aria-hidden
                  className="size-4 transition-transform group-open/instead:rotate-180"
                />
              </summary>
              <div className="mt-4">{instead.content}</div>
            </details>
          )}
        </CardBody>
      </section>
    </Card>
  )
}
