import { Code } from 'lucide-react'
import Link from 'next/link'
import { Button } from '@/components/ui/button.tsx'
import { cn } from '@/lib/cn.ts'
import { type PractisedFrom, routes } from '@/lib/routes.ts'

type PractiseHereProps = {
  item: { item_id: string; slug: string; title: string }
  /** The page that the workbench leads back to. */
  from: PractisedFrom
  /** For rows that are close together. */
  isSmall?: boolean
}

/** To the workbench, for an item of the plan: what comes of it counts for the item. */
export function PractiseHere({ item: { item_id, slug, title }, from, isSmall = false }: PractiseHereProps) {
  return (
    <Button asChild size="sm" variant={isSmall ? 'ghost' : 'secondary'}>
      <Link
        href={routes.practise(slug, { itemId: item_id, from })}
        prefetch={false}
        className={cn(isSmall && 'h-7 px-2 text-accent')}
      >
        <Code aria-hidden />
        Practise here<span className="sr-only">: {title}</span>
      </Link>
    </Button>
  )
}
