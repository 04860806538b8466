import { Compass } from 'lucide-react'
import Link from 'next/link'
import { Button } from '@/components/ui/button.tsx'
import { EmptyState } from '@/components/ui/empty-state.tsx'
import { routes } from '@/lib/routes.ts'

export default function NotFound() {
  return (
    <EmptyState
      as="h1"
      icon={<Compass />}
      title="There is nothing at this address"
      description="It may have moved, or belong to somebody else."
      action={
        <Button asChild variant="secondary">
          <Link href={routes.problems}>Browse problems</Link>
        </Button>
      }
    />
  )
}
