'use client'

import { Plus } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button.tsx'
import { routes } from '@/lib/routes.ts'
import type { Catalogue } from '../catalogue.ts'
import { emptyOwnProblem } from '../own-problem-form.ts'
import { OwnProblemDialog } from './own-problem-dialog.tsx'

export function AddOwnProblem({ topics }: { topics: Catalogue['topics'] }) {
  const router = useRouter()
  return (
    <OwnProblemDialog
      title="Add a problem of your own"
      submitLabel="Add problem"
      topics={topics}
      initial={emptyOwnProblem}
      onSaved={({ slug }) => router.push(routes.problem(slug))}
      trigger={
        <Button variant="secondary">
          <Plus aria-hidden />
          Add your own
        </Button>
      }
    />
  )
}
