import { Compass } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { QuietPage } from '@/components/shell/quiet-page.tsx'
import { Button } from '@/components/ui/button.tsx'
import { EmptyState } from '@/components/ui/empty-state.tsx'
import { routes } from '@/lib/routes.ts'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <QuietPage>
      <EmptyState
        as="h1"
        icon={<Compass />}
        title="There is nothing at this address"
        description="It may have moved, or belong to somebody else."
        action={
          <Button asChild variant="secondary">
            <Link href={routes.home}>Go to the start page</Link>
          </Button>
        }
      />
    </QuietPage>
  )
}
