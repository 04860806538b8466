'use client'

import { difficulties, type Problem } from '@codify/api/contract'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Dialog, DialogActions, DialogClose } from '@/components/ui/dialog.tsx'
import { Field } from '@/components/ui/field.tsx'
import { Input } from '@/components/ui/input.tsx'
import { Select } from '@/components/ui/select.tsx'
import { ApiError, messageOf } from '@/lib/browser-api.ts'
import { useFieldErrors } from '@/lib/use-field-errors.ts'
import { saveOwnProblem } from '../actions.ts'
import type { Catalogue } from '../catalogue.ts'
import { difficultyLabels } from '../labels.ts'
import { errorsAt, type OwnProblemErrors, type OwnProblemForm, readOwnProblem } from '../own-problem-form.ts'

type OwnProblemDialogProps = {
  title: string
  submitLabel: string
  trigger: ReactNode
  topics: Catalogue['topics']
  initial: OwnProblemForm
  /** Of the problem to change; none: a new one. */
  id?: string
  onSaved: (problem: Problem) => void
}

/** A problem of one's own: where it is, what it is called, and what planning needs to know of it. */
export function OwnProblemDialog(props: OwnProblemDialogProps) {
  const [open, setOpen] = useState(false)
  const [form, setForm] = useState(props.initial)
  const { errors, setErrors, answered } = useFieldErrors<keyof OwnProblemErrors>()
  const [saving, setSaving] = useState(false)
  const name = useId()
  function change(field: keyof OwnProblemForm, value: string) {
    setForm((before) => ({ ...before, [field]: value }))
    if (field !== 'difficulty') answered(field)
  }

  async function submit(event: FormEvent) {
    event.preventDefault()
    const read = readOwnProblem(form)
    if ('errors' in read) return setErrors(read.errors)
    setErrors({})
    setSaving(true)
    try {
      props.onSaved(await saveOwnProblem(read.body, props.id))
      setOpen(false)
    } catch (error) {
      const refused = error instanceof ApiError ? errorsAt(error.errors) : {}
      setErrors(Object.keys(refused).length > 0 ? refused : { form: messageOf(error) })
    } finally {
      setSaving(false)
    }
  }

  return (
    <Dialog
      title={props.title}
      description="You alone see it. It can be planned, practised and reviewed like any other."
      trigger={props.trigger}
      open={open}
      onOpenChange={(next) => {
        setOpen(next)
        setForm(props.initial)
        setErrors({})
      }}
    >
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <Field label="Link" htmlFor={`${name}-url`} error={errors.url}>
          <Input
            type="url"
            inputMode="url"
            placeholder="https://"
            value={form.url}
            onChange={(event) => change('url', event.target.value)}
          />
        </Field>
        <Field label="Title" htmlFor={`${name}-title`} error={errors.title}>
          <Input value={form.title} onChange={(event) => change('title', event.target.value)} />
        </Field>
        <Field label="Topic" htmlFor={`${name}-topic`} error={errors.topic}>
          <Select
            options={props.topics.map(({ slug, title }) => ({ value: slug, label: title }))}
            value={form.topic === '' ? undefined : form.topic}
            onValueChange={(topic) => change('topic', topic)}
            placeholder="Choose a topic"
          />
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="Difficulty" htmlFor={`${name}-difficulty`}>
            <Select
              options={difficulties.map((value) => ({ value, label: difficultyLabels[value] }))}
              value={form.difficulty}
              onValueChange={(difficulty) => change('difficulty', difficulty)}
            />
          </Field>
          <Field label="Minutes it takes" htmlFor={`${name}-minutes`} error={errors.minutes}>
            <Input
              inputMode="numeric"
              value={form.minutes}
              onChange={(event) => change('minutes', event.target.value)}
            />
          </Field>
        </div>
        {errors.form && (
          <p role="alert" className="text-danger text-sm">
            {errors.form}
          </p>
        )}
        <DialogActions>
          <DialogClose asChild>
            <Button variant="secondary">Cancel</Button>
          </DialogClose>
          <Button type="submit" loading={saving}>
            {props.submitLabel}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
