'use client'

import type { Break, Intake, IntakeInput, PlanChange, StoredIntake } from '@codify/api/contract'
import { zodResolver } from '@hookform/resolvers/zod'
import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import { toast } from '@/components/ui/toaster.tsx'
import { useStartPlan } from '@/features/plan/use-start-plan.ts'
import { changeInWords } from '@/features/today/words.ts'
import { ApiError, isSignedOut, messageOf } from '@/lib/browser-api.ts'
import { routes } from '@/lib/routes.ts'
import { saveIntake } from '../actions.ts'
import { createFormSchema, fieldOf, initialValues, lastStep, stepOf, stepOfField, steps } from '../form.ts'
import { useDraft } from '../use-draft.ts'
import { DraftNote } from './draft-note.tsx'
import { IntakeSummary } from './intake-summary.tsx'
import { StepActions } from './step-actions.tsx'
import { StepMore } from './step-more.tsx'
import { StepProgress } from './step-progress.tsx'
import { StepTime } from './step-time.tsx'
import { StepTopics } from './step-topics.tsx'
import { StepWeaknesses } from './step-weaknesses.tsx'
import { StepYou } from './step-you.tsx'

type QuestionnaireProps = {
  learnerId: string
  topics: readonly { slug: string; title: string }[]
  stored: StoredIntake | null
  hasPlan: boolean
  /** The hour at which the learner's days begin. */
  dayStartHour: number
  /** A language model reads the free texts. */
  hasModel: boolean
  breaks: readonly Break[] | null
}

/** Five steps; the one shown is in the address, so that the browser's own Back goes one step back. */
export function Questionnaire(props: QuestionnaireProps) {
  const { learnerId, topics, stored, hasPlan, dayStartHour, hasModel, breaks } = props
  const router = useRouter()
  const pathname = usePathname()
  const search = useSearchParams()
  const step = stepOf(search.get('step')) ?? 1
  const [furthest, setFurthest] = useState(stored ? lastStep : step)
  const [initial] = useState(() => initialValues(stored))
  const [failure, setFailure] = useState<string>()
  const [isSaving, setSaving] = useState(false)
  const form = useForm<IntakeInput, unknown, Intake>({
    resolver: zodResolver(createFormSchema({ dayStartHour })),
    defaultValues: initial,
    shouldFocusError: false,
  })
  const plan = useStartPlan()
  const element = useRef<HTMLFormElement>(null)
  const [focus, setFocus] = useState<{ step: number; on: 'heading' | 'error' }>()
  const draft = useDraft({
    form,
    initial,
    learnerId,
    savedAt: stored?.updated_at ?? null,
    step,
    onRestore: (kept) => {
      setFurthest((before) => Math.max(before, kept))
      if (!search.has('step') && kept > 1) window.history.replaceState(null, '', routes.intakeStep(kept))
    },
  })

  // What was refused is looked at again as soon as it is answered, whichever way it was refused.
  useEffect(() => {
    const watching = form.watch((_, { name }) => {
      const field = name && fieldOf(name)
      if (field && form.getFieldState(field).error) void form.trigger(field)
    })
    return () => watching.unsubscribe()
  }, [form])

  function go(next: number, on: 'heading' | 'error' = 'heading') {
    setFocus({ step: next, on })
    setFurthest((before) => Math.max(before, next))
    if (next !== step) window.history.pushState(null, '', routes.intakeStep(next))
  }

  // The address changes a moment after it is asked to, so the focus waits for its step.
  useEffect(() => {
    if (focus?.step === step) moveFocus(element.current, focus.on)
  }, [focus, step])

  async function onSubmit(event: FormEvent) {
    event.preventDefault()
    if (step === lastStep) return finish({ makePlan: true })
    const isGood = await form.trigger([...(steps[step - 1]?.fields ?? [])])
    go(isGood ? step + 1 : step, isGood ? 'heading' : 'error')
  }

  /** Radio buttons and checkboxes that are no native ones swallow Enter. */
  function onKeyDown(event: KeyboardEvent<HTMLFormElement>) {
    const { target, key } = event
    if (key !== 'Enter' || !(target instanceof HTMLElement)) return
    if (target.matches('button[role="radio"], button[role="checkbox"]')) event.currentTarget.requestSubmit()
  }

  function finish({ makePlan }: { makePlan: boolean }) {
    return form.handleSubmit(
      (intake) => save(intake, makePlan),
      (errors) => showErrors(Object.keys(errors)),
    )()
  }

  async function save(intake: Intake, makePlan: boolean) {
    setFailure(undefined)
    setSaving(true)
    let change: PlanChange | null
    try {
      change = (await saveIntake(intake)).change
    } catch (error) {
      setSaving(false)
      return refuse(error)
    }
    draft.clear()
    if (makePlan) {
      await plan.start({ answers: [], accept: !hasPlan })
      setSaving(false)
      return
    }
    toast.success('Your answers are saved.', { ...(change && { description: changeInWords(change) }) })
    router.push(hasPlan ? routes.plan : routes.today)
    router.refresh()
  }

  function refuse(error: unknown) {
    if (isSignedOut(error)) return router.push(routes.signIn(pathname))
    const refused = error instanceof ApiError ? error.errors : []
    for (const { field, message } of refused) {
      const name = fieldOf(field)
      if (name) form.setError(name, { type: 'server', message })
    }
    const fields = refused.flatMap(({ field }) => fieldOf(field) ?? [])
    if (fields.length > 0) showErrors(fields)
    else setFailure(messageOf(error))
  }

  function showErrors(fields: readonly string[]) {
    const first = Math.min(...fields.map((field) => stepOfField(field) ?? lastStep))
    go(first, 'error')
  }

  const { title, hint } = steps[step - 1] ?? steps[0]
  return (
    <FormProvider {...form}>
      <form
        ref={element}
        noValidate
        onSubmit={onSubmit}
        onKeyDown={onKeyDown}
        className="flex flex-col gap-8"
      >
        <StepProgress current={step} reached={furthest} onGo={go} />
        {draft.restoredStep === step && (
          <DraftNote isEditing={stored !== null} onStartOver={draft.startOver} />
        )}
        <div className="flex flex-col gap-1">
          <h2 tabIndex={-1} className="font-semibold text-xl tracking-tight outline-none">
            {title}
          </h2>
          <p className="text-subtle text-sm leading-relaxed">{hint}</p>
        </div>
        {step === 1 && <StepYou />}
        {step === 2 && <StepTime dayStartHour={dayStartHour} />}
        {step === 3 && <StepTopics topics={topics} />}
        {step === 4 && <StepWeaknesses />}
        {step === 5 && <StepMore hasModel={hasModel} breaks={breaks} />}
        {step === lastStep && <IntakeSummary topics={topics} onChange={go} />}
        <StepActions
          step={step}
          isEditing={stored !== null}
          isBusy={isSaving || plan.isStarting}
          failure={failure ?? (plan.error && `Your answers are saved. ${plan.error}`)}
          onBack={() => go(step - 1)}
          onSave={() => finish({ makePlan: false })}
        />
      </form>
    </FormProvider>
  )
}

/** To the first refused control, or to the step's heading, which says where one is. */
function moveFocus(form: HTMLFormElement | null, on: 'heading' | 'error'): void {
  const refused = on === 'error' && form?.querySelector('[aria-invalid="true"]')
  const control =
    refused && (refused.matches('input, select, textarea') ? refused : refused.querySelector('button, input'))
  const target = control || form?.querySelector('h2')
  if (target instanceof HTMLElement) target.focus()
}
