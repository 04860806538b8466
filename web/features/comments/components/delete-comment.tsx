'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Dialog, DialogActions, DialogClose } from '@/components/ui/dialog.tsx'

export function DeleteComment({ onDelete }: { onDelete: () => void }) {
  const [open, setOpen] = useState(false)
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title="Delete your comment?"
      description="It disappears for everybody, for good."
      trigger={
        <Button variant="ghost" size="sm" className="h-7 px-2 text-subtle text-xs">
          Delete
        </Button>
      }
    >
      <DialogActions>
        <DialogClose asChild>
          <Button variant="secondary">Keep it</Button>
        </DialogClose>
        <Button
          variant="danger"
          onClick={() => {
            setOpen(false)
            onDelete()
          }}
        >
          Delete comment
        </Button>
      </DialogActions>
    </Dialog>
  )
}
