'use client'

import { browserTimeZone, type Intake, type IntakeInput } from '@codify/api/contract'
import { useEffect, useRef, useState } from 'react'
import type { DefaultValues, UseFormReturn } from 'react-hook-form'
import { deviceStorage } from '@/lib/device-storage.ts'
import { clearDraft, readDraft, writeDraft } from './draft.ts'

type UseDraftOptions = {
  form: UseFormReturn<IntakeInput, unknown, Intake>
  initial: DefaultValues<IntakeInput>
  learnerId: string
  /** When the intake was saved, or null before the first time. */
  savedAt: string | null
  step: number
  onRestore: (step: number) => void
}

/** Keeps what is typed in this browser, brings it back after a closed tab, and fills in the browser's time zone. */
export function useDraft({ form, initial, learnerId, savedAt, step, onRestore }: UseDraftOptions) {
  const [restoredStep, setRestoredStep] = useState<number>()
  const latestStep = useRef(step)
  latestStep.current = step

  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const fresh = () => (savedAt ? initial : { ...initial, time_zone: browserTimeZone(timeZone) })

  // Once: the storage is read after the first picture, which the server drew without it.
  const restore = useRef(() => {
    const savedSince = savedAt ? Date.parse(savedAt) : 0
    const draft = readDraft({ storage: deviceStorage, learnerId, savedSince })
    // What is typed before the page's scripts run is in the form already, and stays.
    if (!draft) return form.reset(fresh(), { keepDirtyValues: true })
    form.reset({ ...initial, ...draft.values }, { keepDirtyValues: true })
    setRestoredStep(draft.step)
    onRestore(draft.step)
  })
  useEffect(() => restore.current(), [])

  useEffect(() => {
    const watching = form.watch((values, { name }) => {
      if (!name) return
      writeDraft({
        storage: deviceStorage,
        learnerId,
        draft: { saved_at: Date.now(), step: latestStep.current, values },
      })
    })
    return () => watching.unsubscribe()
  }, [form, learnerId])

  return {
    /** The step at which a draft came back, if one did. */
    restoredStep,
    /** Forgets the draft: after saving. */
    clear: () => clearDraft({ storage: deviceStorage, learnerId }),
    /** Forgets the draft and what is in the form. */
    startOver: () => {
      clearDraft({ storage: deviceStorage, learnerId })
      form.reset(fresh())
      setRestoredStep(undefined)
    },
  }
}
