import { Download } from 'lucide-react'
import { Button } from '@/components/ui/button.tsx'
import { routes } from '@/lib/routes.ts'

/** Everything as one file that can be read again, and two for other tools. */
export function Downloads({ planId }: { planId: string | null }) {
  return (
    <ul className="flex flex-col divide-y divide-border">
      <Item
        href={routes.exportData}
        file="codify-export.json"
        label="Download everything"
        description="One JSON file, which an empty account reads again."
      />
      {planId && (
        <Item
          href={routes.planMarkdown(planId)}
          file="codify-plan.md"
          label="Plan as Markdown"
          description="Your current plan as a list of tasks."
        />
      )}
      <Item
        href={routes.ankiCards}
        file="codify-anki.tsv"
        label="Cards for Anki"
        description="A card for each problem you met, with your notes."
      />
    </ul>
  )
}

type ItemProps = { href: string; file: string; label: string; description: string }

function Item({ href, file, label, description }: ItemProps) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 py-4 first:pt-0 last:pb-0">
      <p className="min-w-48 flex-1 text-sm text-subtle leading-relaxed">{description}</p>
      <Button asChild variant="secondary">
        <a href={href} download={file}>
          <Download aria-hidden />
          {label}
        </a>
      </Button>
    </li>
  )
}
