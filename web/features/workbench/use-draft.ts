'use client'

import type { CodeDraft, CodeLanguage } from '@codify/api/contract'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { fetchDraft, saveDraft } from './actions.ts'
import { createDraftKeeper } from './draft-keeper.ts'

/** One's code for a problem in a language, kept as it is written. */
export function useDraft(options: {
  learnerId: string
  slug: string
  language: CodeLanguage
  starter: string
  /** Set where code stays in this browser, apart from one's other code for the problem. */
  apart: string | undefined
}) {
  const { learnerId, slug, language, starter, apart } = options
  const keeper = useMemo(
    () =>
      apart === undefined
        ? createDraftKeeper({ learnerId, slug, language, starter, fetchDraft, saveDraft })
        : createDraftKeeper({ learnerId: apart, slug, language, starter, ...hereAlone }),
    [learnerId, slug, language, starter, apart],
  )
  useEffect(() => keeper.open(), [keeper])
  const view = useSyncExternalStore(keeper.subscribe, keeper.view, keeper.view)
  const { change, takeOther, keepMine } = keeper
  return { ...view, change, takeOther, keepMine }
}

const hereAlone = {
  fetchDraft: async () => null,
  saveDraft: async (draft: { language: CodeLanguage; code: string }): Promise<CodeDraft> => ({
    language: draft.language,
    code: draft.code,
    version: '',
    updated_at: '',
  }),
}
