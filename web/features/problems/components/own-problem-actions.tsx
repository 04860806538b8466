'use client'

import type { Problem } from '@codify/api/contract'
import { Pencil, Trash2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Dialog, DialogActions, DialogClose } from '@/components/ui/dialog.tsx'
import { toast } from '@/components/ui/toaster.tsx'
import { messageOf } from '@/lib/browser-api.ts'
import { deleteOwnProblem } from '../actions.ts'
import type { Catalogue } from '../catalogue.ts'
import { problemListPath } from '../problem-query.ts'
import { OwnProblemDialog } from './own-problem-dialog.tsx'

type OwnProblemActionsProps = { problem: Problem; topics: Catalogue['topics'] }

/** Owner's actions on a problem of their own. */
export function OwnProblemActions({ problem, topics }: OwnProblemActionsProps) {
  const router = useRouter()
  const [deleting, setDeleting] = useState(false)
  const { id, title, url, topic, difficulty, minutes } = problem

  async function remove() {
    setDeleting(true)
    try {
      await deleteOwnProblem(id)
      router.push(problemListPath({ mine: ['true'] }))
      router.refresh()
    } catch (error) {
      toast.error(messageOf(error))
      setDeleting(false)
    }
  }

  return (
    <>
      <OwnProblemDialog
        title="Change your problem"
        submitLabel="Save changes"
        topics={topics}
        id={id}
        initial={{ title, url, topic, difficulty, minutes: String(minutes) }}
        onSaved={() => router.refresh()}
        trigger={
          <Button variant="secondary">
            <Pencil aria-hidden />
            Edit
          </Button>
        }
      />
      <Dialog
        title="Delete this problem?"
        description="It leaves every list. What you practised of it stays in your history."
        trigger={
          <Button variant="secondary">
            <Trash2 aria-hidden />
            Delete
          </Button>
        }
      >
        <DialogActions>
          <DialogClose asChild>
            <Button variant="secondary">Keep it</Button>
          </DialogClose>
          <Button variant="danger" loading={deleting} onClick={remove}>
            Delete problem
          </Button>
        </DialogActions>
      </Dialog>
    </>
  )
}
