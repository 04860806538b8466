'use client'

import { CalendarPlus } from 'lucide-react'
import { IconButton } from '@/components/ui/icon-button.tsx'
import { useAddToPlan } from '../use-add-to-plan.ts'

type AddOverflowProps = { slug: string; title: string }

/** Puts what did not fit into the plan after all; something else gives way. */
export function AddOverflow({ slug, title }: AddOverflowProps) {
  const { isBusy, day, add } = useAddToPlan({ slug, title, known: null })
  return (
    <IconButton
      label={`Add ${title} to the plan`}
      size="sm"
      disabled={isBusy || day !== null}
      onClick={() => void add()}
    >
      <CalendarPlus className="text-accent" />
    </IconButton>
  )
}
