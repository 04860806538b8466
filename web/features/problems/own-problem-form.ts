import { type OwnProblemInput, ownProblemInputSchema } from '@codify/api/contract'

/** Values of the fields while the learner types. */
export type OwnProblemForm = {
  title: string
  url: string
  topic: string
  difficulty: OwnProblemInput['difficulty']
  minutes: string
}
export type OwnProblemErrors = Partial<Record<keyof OwnProblemForm | 'form', string>>

export const emptyOwnProblem: OwnProblemForm = {
  title: '',
  url: '',
  topic: '',
  difficulty: 'medium',
  minutes: '30',
}

/** The body for the API, or what to mend at which field. */
export function readOwnProblem(
  form: OwnProblemForm,
): { body: OwnProblemInput } | { errors: OwnProblemErrors } {
  if (form.topic === '') return { errors: { topic: 'Choose a topic.' } }
  const read = ownProblemInputSchema.safeParse({ ...form, minutes: Number(form.minutes) })
  if (read.success) return { body: read.data }
  return {
    errors: errorsAt(read.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }))),
  }
}

/** Refusals by the field they belong to; of another field they belong to the form. */
export function errorsAt(refused: { field: string; message: string }[]): OwnProblemErrors {
  const errors: OwnProblemErrors = {}
  for (const { field, message } of refused) {
    const known = field === 'title' || field === 'url' || field === 'topic' || field === 'minutes'
    errors[known ? field : 'form'] ??= message
  }
  return errors
}
