'use client'

import type { Evidence } from '@codify/api/contract'
import { ChevronDown } from 'lucide-react'
import { useId, useState } from 'react'
import { cn } from '@/lib/cn.ts'
import { evidenceWords } from '../words.ts'

type ReasonProps = { title: string; reason: string; evidence: readonly Evidence[] }

/** Why an item is in the plan, and behind "Why this?" the stored facts that say so. */
export function Reason({ title, reason, evidence }: ReasonProps) {
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="flex flex-col gap-2">
      <p className="text-sm text-subtle leading-relaxed">
        {reason}{' '}
        {evidence.length > 0 && (
          <button
            type="button"
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={() => setOpen(!isOpen)}
            className="inline-flex items-center gap-0.5 whitespace-nowrap rounded-md font-medium text-accent hover:text-accent-hover"
          >
            Why this?
            <span className="sr-only"> {title}</span>
            <ChevronDown
              aria-hidden
              className={cn('size-3.5 transition-transform', isOpen && 'rotate-180')}
            />
          </button>
        )}
      </p>
      <ul
        id={id}
        hidden={!isOpen}
        className="flex-col gap-1.5 rounded-lg bg-muted px-3.5 py-3 not-[[hidden]]:flex"
      >
        {evidence.map(({ type, ref, text }) => (
          <li key={`${type} ${ref} ${text}`} className="flex flex-col gap-x-3 text-sm sm:flex-row">
            <span className="shrink-0 font-medium text-subtle sm:w-32">{evidenceWords[type]}</span>
            <span className="min-w-0 break-words">{text}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
