'use client'

import { useEffect } from 'react'

declare global {
  interface Window {
    /** Set by `listenEarly` until the page's scripts run. */
    earlyPresses?: { presses: HTMLElement[]; stop: () => void }
  }
}

/** Presses again what was pressed before the page's scripts ran; what has gone since is let be. */
export function EarlyPresses() {
  useEffect(() => {
    const early = window.earlyPresses
    if (!early) return
    early.stop()
    delete window.earlyPresses
    void pressInTurn(early.presses)
  }, [])
  return null
}

/** A part of the page that arrived by itself is taken over by itself, a moment after the frame around it. */
const lookAgainMilliseconds = 50
const mostLooks = 600

async function pressInTurn(controls: readonly HTMLElement[]): Promise<void> {
  for (const control of controls) {
    for (let look = 0; look < mostLooks && control.isConnected && !isTakenOver(control); look++)
      await new Promise((resolve) => setTimeout(resolve, lookAgainMilliseconds))
    if (!control.isConnected) continue
    if (control instanceof HTMLFormElement) control.requestSubmit()
    else press(control)
  }
}

/** React leaves its mark on the elements that it has taken over. */
function isTakenOver(control: HTMLElement): boolean {
  return Object.keys(control).some((key) => key.startsWith('__reactProps$'))
}

/** All that a press of a mouse is made of: menus listen to its beginning, tabs to the focus, buttons to its end. */
function press(control: HTMLElement): void {
  const how = { bubbles: true, cancelable: true, button: 0 }
  control.dispatchEvent(new PointerEvent('pointerdown', { ...how, pointerType: 'mouse' }))
  control.dispatchEvent(new MouseEvent('mousedown', how))
  control.focus()
  control.dispatchEvent(new PointerEvent('pointerup', { ...how, pointerType: 'mouse' }))
  control.click()
}
