import { SearchX } from 'lucide-react'
import Link from 'next/link'
import { Button } from '@/components/ui/button.tsx'
import { EmptyState } from '@/components/ui/empty-state.tsx'
import { routes } from '@/lib/routes.ts'

export default function TopicNotFound() {
  return (
    <>
      <h1 className="sr-only">Topic not found</h1>
      <EmptyState
        icon={<SearchX />}
        title="There is no topic at this address"
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
