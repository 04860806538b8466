'use client'

import { useEffect, useRef } from 'react'

/** Ctrl-Enter (⌘-Enter) runs and, with Shift, submits, wherever one is on the page and whatever keys the editor has. */
export function useShortcuts(actions: { run: () => void; submit: () => void }): void {
  const latest = useRef(actions)
  latest.current = actions
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      event.stopPropagation()
      if (event.shiftKey) latest.current.submit()
      else latest.current.run()
    }
    document.addEventListener('keydown', onKeyDown, true)
    return () => document.removeEventListener('keydown', onKeyDown, true)
  }, [])
}
