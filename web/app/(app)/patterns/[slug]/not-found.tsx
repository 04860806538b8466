import { SearchX } from 'lucide-react'
import Link from 'next/link'
import { Button } from '@/components/ui/button.tsx'
import { EmptyState } from '@/components/ui/empty-state.tsx'
import { routes } from '@/lib/routes.ts'

export default function PatternNotFound() {
  return (
    <>
      <h1 className="sr-only">Pattern not found</h1>
      <EmptyState
        icon={<SearchX />}
        title="There is no pattern at this address"
        description="The name may be spelt differently, or it was renamed."
        action={
          <Button asChild variant="secondary">
            <Link href={routes.patterns}>All patterns</Link>
          </Button>
        }
      />
    </>
  )
}
