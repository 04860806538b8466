'use client'

import type { CompleteAttempt, CreateAttempt, ItemAction, Today, TodayItem } from '@codify/api/contract'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { v4 as uuid } from 'uuid'
import { toast } from '@/components/ui/toaster.tsx'
import { ApiError, isSignedOut, messageOf } from '@/lib/browser-api.ts'
import { useSignIn } from '@/lib/use-sign-in.ts'
import { actOnItem, completeAttempt, cutToday, retractAttempt, undoChange } from './actions.ts'
import { useWaitingMarks } from './use-waiting-marks.ts'
import { type MarkedOutcome, openStatus, statusFrom, withStatus, withWaiting } from './waiting-marks.ts'
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
  const [stepsAhead, setStepsAhead] = useState(0)
  const lastStep = useRef<Promise<unknown>>(Promise.resolve())
  /** Items with a step that is not done yet: a second press of the same key is the same wish. */
  const acting = useRef(new Set<string>())
  const lastUndo = useRef<Undo>(undefined)
  useEffect(() => setDay(initial), [initial])

  const marks = useWaitingMarks(`codify:marks:${learnerId}`, {
    onRecorded({ itemId, title, attempt: { outcome } }, attempt) {
      setDay((now) => withStatus(now, itemId, statusFrom(attempt)))
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

  /** What is undone is settled when its turn comes: the step before may still be under way when the key is pressed. */
  function undoLast(wanted?: Undo): Promise<boolean> {
    return step(async () => {
      const undo = wanted ?? lastUndo.current
      lastUndo.current = undefined
      await undo?.()
    })
  }

  /** Carries out steps one at a time, in the order in which they were asked for; answers whether this one was done. */
  function step(call: () => Promise<void>): Promise<boolean> {
    setStepsAhead((ahead) => ahead + 1)
    const done = lastStep.current
      .then(() => carryOut(call))
      .finally(() => setStepsAhead((ahead) => ahead - 1))
    lastStep.current = done
    return done
  }

  async function carryOut(call: () => Promise<void>): Promise<boolean> {
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
    }
  }

  async function takeBack({ itemId, attemptId }: { itemId: string; attemptId: string }): Promise<void> {
    await retractAttempt(attemptId)
    setDay((now) => withStatus(now, itemId, openStatus))
    toast.success('Taken back')
  }

  async function undo(revision: number): Promise<void> {
    setDay(await undoChange(revision))
    toast.success('Your plan is as it was')
  }

  async function act(item: TodayItem, action: ItemAction): Promise<boolean> {
    const { item_id: itemId, title } = item
    if (acting.current.has(itemId)) return false
    acting.current.add(itemId)
    const isDone = await step(async () =>
      changed(await actOnItem(itemId, action), `${title}: ${actionWords[action].done}`),
    )
    acting.current.delete(itemId)
    return isDone
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
    isBusy: stepsAhead > 0,
    isOffline: marks.isOffline,
    isWaiting: (itemId: string) => marks.waiting.some((mark) => mark.itemId === itemId),
    /** A mark that is given again is taken back; another one corrects it. */
    mark(item: TodayItem, outcome: MarkedOutcome, measured: Pick<CreateAttempt, 'minutes' | 'started_at'>) {
      const { item_id: itemId, slug, title, attempt_id: attemptId } = item
      if (marks.waiting.some((mark) => mark.itemId === itemId)) return
      if (item.status === outcome && attemptId) return void step(() => takeBack({ itemId, attemptId }))
      const attempt = { ...measured, outcome, item_id: itemId }
      marks.add({ itemId, slug, title, attempt, replaces: attemptId, key: uuid() })
    },
    act,
    cut: (minutes: number) =>
      step(async () => changed(await cutToday(minutes), `Today is ${minutes} minutes now`)),
    async complete({ item_id: itemId, attempt_id: attemptId }: TodayItem, rest: CompleteAttempt) {
      if (attemptId === null) return false
      return step(async () => {
        const attempt = await completeAttempt(attemptId, rest)
        setDay((now) => withStatus(now, itemId, statusFrom(attempt)))
      })
    },
    undo: (revision: number) => step(() => undo(revision)),
    undoLast: () => undoLast(),
  }
}
