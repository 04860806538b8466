'use client'

import type {
  Attempt,
  CompleteAttempt,
  CreateAttempt,
  ItemAction,
  Today,
  TodayItem,
} from '@codify/api/contract'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { v4 as uuid } from 'uuid'
import { toast } from '@/components/ui/toaster.tsx'
import { ApiError, isSignedOut, messageOf } from '@/lib/browser-api.ts'
import { useSignIn } from '@/lib/use-sign-in.ts'
import { actOnItem, completeAttempt, cutToday, retractAttempt, undoChange } from './actions.ts'
import { useWaitingMarks } from './use-waiting-marks.ts'
import { type MarkedOutcome, withMark, withWaiting } from './waiting-marks.ts'
import { actionWords, markWords } from './words.ts'

type Undo = () => Promise<void>

/** Another device, or another tab, was faster. */
const overtaken = [
  'plan.item_not_found',
  'plan.item_finished',
  'plan.revision_not_newest',
  'attempt.not_found',
]

/** The learner's day and what can be done with it; each step can be undone. */
export function useDay(initial: Today, learnerId: string) {
  const router = useRouter()
  const { signInAgain } = useSignIn()
  const [day, setDay] = useState(initial)
  const [isBusy, setBusy] = useState(false)
  /** What this page knows of attempts beyond their outcome. */
  const [attempts, setAttempts] = useState<Readonly<Record<string, Attempt>>>({})
  const lastUndo = useRef<Undo>(undefined)
  useEffect(() => setDay(initial), [initial])

  const marks = useWaitingMarks(`codify:marks:${learnerId}`, {
    onRecorded({ itemId, title, attempt: { outcome } }, attempt) {
      setAttempts((known) => ({ ...known, [attempt.id]: attempt }))
      setDay((now) => withMark(now, { itemId, status: outcome, attemptId: attempt.id }))
      offerUndo(`${title}: ${markWords[outcome].toLowerCase()}`, () =>
        takeBack({ itemId, attemptId: attempt.id }),
      )
      router.refresh()
    },
    onRefused({ title }, error) {
      if (isSignedOut(error)) return signInAgain()
      toast.error(`${title} was not marked. ${messageOf(error)}`)
      router.refresh()
    },
  })

  function offerUndo(words: string, undo: Undo) {
    lastUndo.current = undo
    toast.success(words, { action: { label: 'Undo', onClick: () => void undoLast(undo) } })
  }

  async function undoLast(undo = lastUndo.current) {
    if (!undo) return
    lastUndo.current = undefined
    await undo()
  }

  /** Carries out one step at a time; answers whether it was done. */
  async function step(call: () => Promise<void>): Promise<boolean> {
    if (isBusy) return false
    setBusy(true)
    try {
      await call()
      router.refresh()
      return true
    } catch (error) {
      if (isSignedOut(error)) signInAgain()
      else if (error instanceof ApiError && overtaken.includes(error.code)) {
        toast('Your day has changed elsewhere. This is how it stands now.')
        router.refresh()
      } else toast.error('That was not done', { description: messageOf(error) })
      return false
    } finally {
      setBusy(false)
    }
  }

  async function takeBack({ itemId, attemptId }: { itemId: string; attemptId: string }): Promise<void> {
    await step(async () => {
      await retractAttempt(attemptId)
      setDay((now) => withMark(now, { itemId, status: 'open', attemptId: null }))
      toast.success('Taken back')
    })
  }

  async function undo(revision: number): Promise<void> {
    await step(async () => {
      setDay(await undoChange(revision))
      toast.success('Your plan is as it was')
    })
  }

  /** The newest change is the one that was just made: it is what can be undone. */
  function changed(next: Today, words: string) {
    setDay(next)
    const revision = next.change?.revision
    if (revision === undefined) toast.success(words)
    else offerUndo(words, () => undo(revision))
  }

  return {
    day: withWaiting(day, marks.waiting),
    isBusy,
    isOffline: marks.isOffline,
    attempts,
    isWaiting: (itemId: string) => marks.waiting.some((mark) => mark.itemId === itemId),
    /** A mark that is given again is taken back; another one corrects it. */
    mark(item: TodayItem, outcome: MarkedOutcome, measured: Pick<CreateAttempt, 'minutes' | 'started_at'>) {
      const { item_id: itemId, slug, title, attempt_id: attemptId } = item
      if (marks.waiting.some((mark) => mark.itemId === itemId)) return
      if (item.status === outcome && attemptId) return void takeBack({ itemId, attemptId })
      const attempt = { ...measured, outcome, item_id: itemId }
      marks.add({ itemId, slug, title, attempt, replaces: attemptId, key: uuid() })
    },
    act: (item: TodayItem, action: ItemAction) =>
      step(async () =>
        changed(await actOnItem(item.item_id, action), `${item.title}: ${actionWords[action].done}`),
      ),
    cut: (minutes: number) =>
      step(async () => changed(await cutToday(minutes), `Today is ${minutes} minutes now`)),
    complete: (attemptId: string, rest: CompleteAttempt) =>
      step(async () => {
        const attempt = await completeAttempt(attemptId, rest)
        setAttempts((known) => ({ ...known, [attempt.id]: attempt }))
      }),
    undo,
    undoLast: () => undoLast(),
  }
}

export type Day = ReturnType<typeof useDay>
