import { SearchX } from 'lucide-react'
import Link from 'next/link'
import { Button } from '@/components/ui/button.tsx'
import { EmptyState } from '@/components/ui/empty-state.tsx'
import { routes } from '@/lib/routes.ts'

export default function ProblemNotFound() {
  return (
    <>
      <h1 className="sr-only">Problem not found</h1>
      <EmptyState
        icon={<SearchX />}
        title="There is no problem at this address"
        description="The name may be spelt differently, or it has left the catalogue."
        action={
          <Button asChild variant="secondary">
            <Link href={routes.problems}>Browse problems</Link>
          </Button>
        }
      />
    </>
  )
}
