'use client'

import { useId, useState } from 'react'
import { Checkbox } from '@/components/ui/checkbox.tsx'
import { Input } from '@/components/ui/input.tsx'
import { cn } from '@/lib/cn.ts'
import type { FilterGroup } from '../catalogue.ts'

/** Long groups can be searched; from here on they are long. */
const longGroup = 20

type FilterChoicesProps = {
  group: FilterGroup
  chosen: readonly string[]
  onToggle: (value: string) => void
  /** In a sheet that shows every group under its own heading. */
  withHeading?: boolean
  className?: string
}

export function FilterChoices({ group, chosen, onToggle, withHeading, className }: FilterChoicesProps) {
  const [text, setText] = useState('')
  const id = useId()
  const options = group.options.filter(({ label }) => label.toLowerCase().includes(text.trim().toLowerCase()))
  return (
    <fieldset className={cn('flex min-w-0 flex-col gap-1', className)}>
      <legend className={withHeading ? 'mb-2 font-semibold text-sm' : 'sr-only'}>{group.label}</legend>
      {group.options.length > longGroup && (
        <Input
          type="search"
          value={text}
          onChange={(event) => setText(event.target.value)}
          placeholder={`Find a ${group.label.toLowerCase()}`}
          aria-label={`Find a ${group.label.toLowerCase()}`}
          className="mb-2 h-9"
        />
      )}
      <div className={cn('flex flex-col', withHeading && 'max-h-56 overflow-y-auto')}>
        {options.map(({ value, label }) => (
          <div key={value} className="flex items-center gap-2.5 rounded-md px-1 hover:bg-muted">
            <Checkbox
              id={`${id}-${value}`}
              checked={chosen.includes(value)}
              onCheckedChange={() => onToggle(value)}
            />
            <label htmlFor={`${id}-${value}`} className="flex-1 cursor-pointer py-2 text-sm leading-5">
              {label}
            </label>
          </div>
        ))}
        {options.length === 0 && <p className="py-2 text-sm text-subtle">Nothing by that name.</p>}
      </div>
    </fieldset>
  )
}
