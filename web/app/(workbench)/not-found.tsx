import { SearchX } from 'lucide-react'
import Link from 'next/link'
import { Button } from '@/components/ui/button.tsx'
import { EmptyState } from '@/components/ui/empty-state.tsx'
import { routes } from '@/lib/routes.ts'

export default function NoExercise() {
  return (
    <div className="mx-auto w-full max-w-2xl px-4 py-16">
      <EmptyState
        as="h1"
        icon={<SearchX />}
        title="There is no exercise at this address"
        description="Problems that can be practised here say so on their page; the others open where they are from."
        action={
          <Button asChild variant="secondary">
            <Link href={routes.problems}>Browse problems</Link>
          </Button>
        }
      />
    </div>
  )
}
