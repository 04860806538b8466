'use client'

import { useEffect, useRef, useState } from 'react'
import { deviceStorage } from '@/lib/device-storage.ts'
import { type DayKey, dayKeyOf } from './keys.ts'

const storageKey = 'codify:day-keys'
const takers =
  'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"], [role="listbox"]'

/** Single keys for the day, which can be turned off for those whom they get in the way of. */
export function useDayKeys(onKey: (key: DayKey) => void) {
  const [isOn, setOn] = useState(true)
  const handler = useRef(onKey)
  handler.current = onKey

  useEffect(() => setOn(deviceStorage.getItem(storageKey) !== 'off'), [])

  useEffect(() => {
    if (!isOn) return
    function onKeyDown(event: KeyboardEvent) {
      const { key, ctrlKey, metaKey, altKey, repeat, target } = event
      const isTaken = event.defaultPrevented || (target instanceof Element && target.closest(takers) !== null)
      const does = dayKeyOf({ key, ctrlKey, metaKey, altKey, repeat, isTaken })
      if (!does) return
      event.preventDefault()
      handler.current(does)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [isOn])

  function turn(on: boolean) {
    deviceStorage.setItem(storageKey, on ? 'on' : 'off')
    setOn(on)
  }

  return { isOn, turn }
}
