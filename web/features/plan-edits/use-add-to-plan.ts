'use client'

import { useState } from 'react'
import { undoChange } from '@/features/today/actions.ts'
import { addToPlan } from './actions.ts'
import { usePlanEdit } from './use-plan-edit.ts'
import { addedInWords, landedOn } from './words.ts'

type UseAddToPlan = {
  slug: string
  title: string
  /** The day that the page knows the plan to hold it on; null for none. */
  known: string | null
}

/** Adds a problem to the plan; what the page knows follows a moment later. */
export function useAddToPlan({ slug, title, known }: UseAddToPlan) {
  const { isBusy, edit, tell } = usePlanEdit()
  // Changes since the page was rendered; a new answer of the page replaces them.
  const [since, setSince] = useState({ known, day: known })
  if (since.known !== known) setSince({ known, day: known })

  /** Answers whether it is in the plan now. */
  async function add(): Promise<boolean> {
    const change = await edit(() => addToPlan(slug), `${title} was not added`)
    if (change === undefined) return false
    setSince({ known, day: landedOn(slug, change) ?? known })
    tell(addedInWords({ slug, title, change }), async () => {
      if (change) await undoChange(change.revision)
      setSince((before) => ({ ...before, day: null }))
    })
    return true
  }

  return { isBusy, day: since.day, add }
}
