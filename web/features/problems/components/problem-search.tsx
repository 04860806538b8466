'use client'

import { Search } from 'lucide-react'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { Input } from '@/components/ui/input.tsx'
import { Kbd } from '@/components/ui/kbd.tsx'

const pauseMilliseconds = 300

type ProblemSearchProps = { value: string; onSearch: (text: string) => void }

/** Searches after a short pause in typing, and at once on Enter. "/" puts the cursor here. */
export function ProblemSearch({ value, onSearch }: ProblemSearchProps) {
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(value)
  const [known, setKnown] = useState({ given: value, sent: value })
  // The address changed by other means (Back, "Clear"): the field follows. What one types stays.
  if (value !== known.given) {
    setKnown({ given: value, sent: value })
    if (value !== known.sent) setText(value)
  }

  function search(typed: string) {
    const wanted = typed.trim()
    if (wanted === known.sent) return
    setKnown({ ...known, sent: wanted })
    onSearch(wanted)
  }

  const searchAfterPause = useEffectEvent(search)
  useEffect(() => {
    const timer = setTimeout(() => searchAfterPause(text), pauseMilliseconds)
    return () => clearTimeout(timer)
  }, [text])

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return
      if (isBusyElsewhere(event.target)) return
      event.preventDefault()
      input.current?.focus()
      input.current?.select()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])

  return (
    <search className="min-w-0 flex-1 md:basis-full lg:max-w-sm lg:basis-0">
      <form
        className="relative"
        onSubmit={(event) => {
          event.preventDefault()
          search(text)
        }}
      >
        <Search aria-hidden className="pointer-events-none absolute top-3 left-3 size-4 text-subtle" />
        <Input
          ref={input}
          type="search"
          name="q"
          value={text}
          onChange={(event) => setText(event.target.value)}
          maxLength={100}
          aria-label="Search problems"
          aria-keyshortcuts="/"
          placeholder="Title or number"
          autoComplete="off"
          enterKeyHint="search"
          className="pl-9 md:pr-10"
        />
        {!text && (
          <span
            aria-hidden
            className="pointer-events-none absolute inset-y-0 right-2.5 hidden items-center md:flex"
          >
            <Kbd>/</Kbd>
          </span>
        )}
      </form>
    </search>
  )
}

function isBusyElsewhere(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest(
      'input, textarea, select, [contenteditable], [role=dialog], [role=menu], [role=listbox]',
    ) !== null
  )
}
