import { useState } from 'react'

/**
 * Errors beside the fields of a form. Each goes as soon as its field is answered again; what is still wrong is said
 * when the form is sent.
 */
export function useFieldErrors<Field extends string | number>() {
  const [errors, setErrors] = useState<{ [Key in Field]?: string | undefined }>({})
  const answered = (...fields: readonly Field[]) =>
    setErrors((before) =>
      fields.some((field) => before[field] !== undefined)
        ? { ...before, ...Object.fromEntries(fields.map((field) => [field, undefined])) }
        : before,
    )
  return { errors, setErrors, answered }
}
