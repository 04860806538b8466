'use client'

import { undoChange } from '@/features/today/actions.ts'
import { bringTopicBack, skipTopic, undoSkip } from './actions.ts'
import { usePlanEdit } from './use-plan-edit.ts'
import { broughtBackInWords, skippedInWords } from './words.ts'

type Topic = { slug: string; title: string }

/** Leaves topics out of the plan and lets them in again. */
export function useSkipTopic() {
  const { isBusy, edit, tell } = usePlanEdit()
  return {
    isBusy,
    /** Answers whether it was done. */
    async skip({ slug, title }: Topic): Promise<boolean> {
      const answer = await edit(() => skipTopic(slug), `${title} was not skipped`)
      if (!answer) return false
      tell(skippedInWords(title, answer.change), () => undoSkip(slug, answer.change))
      return true
    },
    async bringBack({ slug, title }: Topic): Promise<boolean> {
      const answer = await edit(() => bringTopicBack(slug), `${title} was not brought back`)
      if (!answer) return false
      tell(broughtBackInWords(title, answer.change), async () => {
        if (answer.change) await undoChange(answer.change.revision)
        await skipTopic(slug)
      })
      return true
    },
  }
}
