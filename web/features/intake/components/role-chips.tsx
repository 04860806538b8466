'use client'

import { Plus, X } from 'lucide-react'
import { type FocusEvent, type KeyboardEvent, useRef, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Input } from '@/components/ui/input.tsx'

const suggestions = [
  'Software engineer',
  'Backend engineer',
  'Frontend engineer',
  'Full-stack engineer',
  'Data engineer',
  'Machine learning engineer',
  'Mobile engineer',
  'Site reliability engineer',
]
const mostRoles = 5
const longestRole = 40

type RoleChipsProps = {
  value: readonly string[]
  onChange: (roles: string[]) => void
  id?: string
  'aria-labelledby'?: string
  'aria-describedby'?: string
  'aria-invalid'?: boolean
}

/** One to five roles: suggestions to press, and a field for any other. */
export function RoleChips({ value, onChange, id, ...aria }: RoleChipsProps) {
  const [text, setText] = useState('')
  const [said, setSaid] = useState('')
  const box = useRef<HTMLDivElement>(null)
  const isFull = value.length >= mostRoles
  const left = suggestions.filter((role) => !value.includes(role))

  function add(role: string) {
    const name = role.trim()
    setText('')
    if (!name || isFull || value.some((each) => each.toLowerCase() === name.toLowerCase())) return
    onChange([...value, name])
    setSaid(`${name} added`)
  }

  function remove(role: string) {
    onChange(value.filter((each) => each !== role))
    setSaid(`${role} removed`)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter' && text.trim()) {
      event.preventDefault()
      add(text)
    }
    if (event.key === 'Backspace' && !text) {
      const last = value.at(-1)
      if (last) remove(last)
    }
  }

  /** What was typed counts when one goes on, but not when one presses a suggestion instead. */
  function onBlur(event: FocusEvent) {
    const isWithin = box.current?.contains(event.relatedTarget) ?? false
    if (!isWithin) add(text)
  }

  return (
    <div ref={box} className="flex flex-col gap-3">
      {value.length > 0 && (
        <ul aria-label="Chosen roles" className="flex flex-wrap gap-2">
          {value.map((role) => (
            <li key={role}>
              <span className="inline-flex h-8 items-center gap-1 rounded-lg bg-accent-soft pr-1 pl-3 font-medium text-accent text-sm">
                {role}
                <button
                  type="button"
                  aria-label={`Remove ${role}`}
                  onClick={() => remove(role)}
                  className="flex size-6 items-center justify-center rounded-md hover:bg-accent/15"
                >
                  <X aria-hidden className="size-3.5" />
                </button>
              </span>
            </li>
          ))}
        </ul>
      )}
      <div className="flex gap-2">
        <Input
          id={id}
          value={text}
          maxLength={longestRole}
          disabled={isFull}
          autoComplete="organization-title"
          placeholder={isFull ? 'Five roles are enough' : 'Another role'}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
          onBlur={onBlur}
          {...aria}
        />
        <Button variant="secondary" disabled={isFull || !text.trim()} onClick={() => add(text)}>
          Add
        </Button>
      </div>
      {!isFull && left.length > 0 && (
        <ul aria-label="Suggested roles" className="flex flex-wrap gap-2">
          {left.map((role) => (
            <li key={role}>
              <Button
                variant="secondary"
                size="sm"
                className="px-2.5 font-normal text-subtle shadow-none"
                aria-label={`Add ${role}`}
                onClick={() => add(role)}
              >
                <Plus aria-hidden />
                {role}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
    </div>
  )
}
